"""`wenjin doctor`: what is configured, what is in use, whether outside services answer, what mends it. No secrets."""

import sys

from pydantic import SecretStr

from assistant import __version__
from assistant.commandline.arguments import Arguments
from assistant.domain.value import Value
from assistant.errors import AssistantError
from assistant.library.programmes import load_catalogue
from assistant.model_wiring import probe_endpoint
from assistant.settings import Settings
from assistant.wire import to_json
from assistant.wiring import build_store, probe_chroma, probe_index


class Symptom(Value):
    """One line of the report."""

    name: str
    state: str
    ok: bool
    remedy: str | None = None


def doctor(arguments: Arguments, settings: Settings) -> int:
    """Print the report; 3 where a configured outside service does not answer."""
    symptoms = (*_corpus(), _index(settings), *_store(settings), *_chroma(settings), *_model(settings))
    if arguments.json:
        print(to_json({"symptoms": [symptom.model_dump() for symptom in symptoms]}))
    else:
        print("\n".join(_line(symptom) for symptom in symptoms))
    return 0 if all(symptom.ok for symptom in symptoms) else 3


def _line(symptom: Symptom) -> str:
    mark = "正常" if symptom.ok else "异常"
    return f"[{mark}] {symptom.name}：{symptom.state}" + (f" {symptom.remedy}" if symptom.remedy else "")


def _corpus() -> tuple[Symptom, ...]:
    catalogue = load_catalogue()
    directions = sum(len(programme.directions) for programme in catalogue.programmes)
    rules = sum(len(programme.rules) for programme in catalogue.programmes)
    version = ".".join(map(str, sys.version_info[:3]))
    held = f"{len(catalogue.programmes)} 个通知与指南，{directions} 个方向，{rules} 条规则"
    return (
        Symptom(name="版本", state=f"问津 {__version__}，Python {version}", ok=True),
        Symptom(name="资料", state=held, ok=True),
    )


def _index(settings: Settings) -> Symptom:
    built = probe_index(settings)
    embeddings = settings.embedding_model if settings.uses_endpoint_embeddings else "内置"
    state = f"{settings.data_dir}（{'已建立' if built else '尚未建立，首次提问时自动建立'}；向量：{embeddings}）"
    return Symptom(name="索引", state=state, ok=True)


def _store(settings: Settings) -> tuple[Symptom, ...]:
    server = settings.database_url is not None
    try:
        store = build_store(settings)
    except AssistantError as error:
        return (Symptom(name="数据", state=error.message, ok=False, remedy=error.hint),)
    accounts = len(store.accounts.list())
    place = "Postgres，有应答" if server else f"SQLite，{settings.data_dir}"
    login = f"{accounts} 个账户，页面要求登录" if accounts else "没有账户，各浏览器只见自己的数据"
    store.close()
    return (Symptom(name="数据", state=f"{place}（{login}）", ok=True),)


def _chroma(settings: Settings) -> tuple[Symptom, ...]:
    if settings.chroma_url is None:
        return ()
    if settings.chroma_server is None:
        return (Symptom(name="向量库", state="本机（WENJIN_OFFLINE 禁止一切外部调用）", ok=True),)
    fault = probe_chroma(settings)
    if fault is None:
        return (Symptom(name="向量库", state=f"{settings.chroma_server}，有应答", ok=True),)
    return (Symptom(name="向量库", state=f"{settings.chroma_server}，{fault.message}", ok=False, remedy=fault.hint),)


def _model(settings: Settings) -> tuple[Symptom, ...]:
    if settings.offline:
        return (Symptom(name="模型", state="内置引擎（WENJIN_OFFLINE 禁止一切外部调用）", ok=True),)
    if not settings.uses_model:
        return (
            Symptom(
                name="模型",
                state="内置引擎（没有配置模型）",
                ok=True,
                remedy="要用模型，请设置 OPENAI_BASE_URL、OPENAI_API_KEY 和 WENJIN_MODEL。",
            ),
        )
    fault = probe_endpoint(settings)
    address = settings.endpoint
    used = Symptom(name="模型", state=f"{settings.model}，{address}，密钥{_masked(settings.openai_api_key)}", ok=True)
    if fault is None:
        return (used, Symptom(name="端点", state="有应答", ok=True))
    return (used, Symptom(name="端点", state=fault.message, ok=False, remedy=fault.hint or "回答暂由内置引擎给出。"))


def _masked(key: SecretStr | None) -> str:
    return "已设置" if key else "未设置"
