#!/usr/bin/env bash
# Makes a virtual environment, also where Debian's python3-venv package is missing:
# there `venv` can't bring pip along, so the system's pip installs one into it.
set -euo pipefail
python=$1
folder=$2
if ! "$python" -m venv "$folder" >/dev/null 2>&1; then
  rm -rf "$folder"
  "$python" -m venv --without-pip "$folder"
  "$python" -m pip --python "$folder/bin/python" install --quiet pip
fi
