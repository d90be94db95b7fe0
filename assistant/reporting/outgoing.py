"""What would be sent to a language model, as Chinese text."""

from assistant.domain.outgoing import Outgoing


def render_outgoing(outgoing: Outgoing) -> str:
    """Return what would be sent and where, or why nothing is."""
    if not outgoing.allowed:
        return f"不发送：{outgoing.reason}"
    hidden = "、".join(f"{one.kind} {one.count} 处" for one in outgoing.hidden) or "没有找到个人信息"
    head = f"发往：{outgoing.endpoint}（模型 {outgoing.model}）\n已换成代号：{hidden}\n发出的文字："
    return f"{head}\n{outgoing.text}"
