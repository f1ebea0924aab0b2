#!/usr/bin/env bash
# 用 apt-get 安装系统软件包；没有权限或没有 apt-get 时以 1 退出，由调用者说明怎么办。
# 用法：bash tools/packages.sh 包名…
set -euo pipefail

if ! command -v apt-get >/dev/null; then
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    admin=(env)
elif sudo -n true 2>/dev/null; then
    admin=(sudo -n env)
else
    exit 1
fi

install() {
    "${admin[@]}" DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends "$@" </dev/null
}

# 新装的系统没有软件目录，旧系统的目录可能过期：先直接装，不成再更新目录。
echo "正在安装系统软件包：$*……"
if ! install "$@" >/dev/null 2>&1; then
    "${admin[@]}" apt-get -o DPkg::Lock::Timeout=120 update </dev/null
    install "$@"
fi
