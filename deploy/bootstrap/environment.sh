# Makes .venv from the locked, hash-checked requirements. Sourced by ./run and ./test from the project's root.
#
# Needs only Python 3.11 or newer. Debian's python3 comes without ensurepip, so the venv is made without pip, and the
# pip that lies beside this file (its own wheel, MIT licence) fetches uv, which does the rest in seconds.

find_python() {
  local name
  for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "Chancery needs Python 3.11 or newer: install python3, or name one with PYTHON=/path/to/python3." >&2
  return 1
}

# environment FILE...: .venv holds exactly what the requirement files say; does nothing when it already does.
environment() {
  local python stamp wanted
  wanted=$(cat "$@" requirements/uv.txt | cksum)
  stamp=.venv/installed
  if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  python=$(find_python)
  if [ ! -x .venv/bin/python ]; then
    "$python" -m venv --without-pip .venv
  fi
  if [ ! -x .venv/bin/uv ]; then
    local wheel=(deploy/bootstrap/pip-*.whl)
    .venv/bin/python "${wheel[0]}/pip" --disable-pip-version-check install --quiet \
      --require-hashes --requirement requirements/uv.txt
  fi
  local files=()
  for file in "$@"; do files+=(--requirement "$file"); done
  .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes "${files[@]}"
  echo "$wanted" >"$stamp"
}
