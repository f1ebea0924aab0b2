#!/usr/bin/env bash
# 让浏览器测试有 Chromium 和中文字体可用：缺什么装什么，装不了就说明，是否算失败由测试决定。
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
if ! command -v "${PLANBOT_CHROMIUM:-chromium}" >/dev/null; then
    missing+=(chromium)
fi
# 没有中文字体，截图里都是方框。
if ! dpkg-query --show --showformat='${db:Status-Status}' fonts-noto-cjk 2>/dev/null | grep -qx installed &&
    ! fc-list :lang=zh 2>/dev/null | grep -q .; then
    missing+=(fonts-noto-cjk)
fi

if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi
if ! bash tools/packages.sh "${missing[@]}"; then
    echo "浏览器测试所需的 ${missing[*]} 没有装上：没有管理员权限，或软件源连不上。" >&2
    echo "请运行：sudo apt-get install ${missing[*]}" >&2
fi
