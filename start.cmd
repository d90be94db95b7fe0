@echo off
rem Double-click to set 问津 up (first time only) and open the page.
cd /d "%~dp0"
if not exist ".venv\Scripts\wenjin.exe" (
  py -3 -m venv .venv || goto failed
  ".venv\Scripts\python.exe" -m pip install -c constraints.txt -e . || goto failed
)
start "" http://127.0.0.1:7860
".venv\Scripts\wenjin.exe" ui
goto :eof
:failed
echo Python 3.11+ is needed, and the network for the first start.
pause
