import os

# Gradio reads this while it is imported, hence here, before any module of the page imports it.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
