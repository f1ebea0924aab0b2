#!/usr/bin/env bash
# 建立 .venv，装好一份依赖清单；清单和解释器都没变时什么也不做，也不联网。
# 用法：bash tools/environment.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."

list=$1
python=.venv/bin/python

main() {
    if is_installed "$list"; then
        return
    fi
    if ! "$python" -m pip --version >/dev/null 2>&1; then
        create_environment
    fi
    install_list
    record requirements.txt
    record "$list"
}

# 记号文件里是装好时的解释器版本和清单全文：内容相同就是没有变化。
is_installed() {
    local stamp=.venv/$1.installed
    [ -f "$stamp" ] && contents "$1" | cmp -s - "$stamp"
}

record() {
    contents "$1" >".venv/$1.new"
    mv ".venv/$1.new" ".venv/$1.installed"
}

contents() {
    "$python" -c 'import sys; print(sys.version)' 2>/dev/null || return
    cat requirements.txt
    if [ "$1" != requirements.txt ]; then
        cat "$1"
    fi
}

create_environment() {
    local base
    base=$(find_python)
    ensure_venv "$base"
    echo "正在建立运行环境 .venv（$("$base" --version)）……"
    "$base" -m venv --clear .venv ||
        stop "运行环境 .venv 没有建成：上面是 $base 给出的原因。" "排除后请再运行一次同样的命令。"
}

find_python() {
    local candidate
    if [ -n "${PYTHON:-}" ]; then
        is_recent "$PYTHON" ||
            stop "不能使用 PYTHON=$PYTHON：它不存在，或版本低于 3.11。" "请改成 3.11 以上的解释器，或去掉 PYTHON=。"
        echo "$PYTHON"
        return
    fi
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if is_recent "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    stop "无法建立运行环境：没有找到 3.11 以上的 Python。" \
        "请安装 Python（Debian 12 以上：sudo apt-get install python3 python3-venv），或用 PYTHON=/路径/python3 指定。"
}

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Debian 把 venv 所需的 ensurepip 单放在 python3.x-venv 包里，新装的系统没有它。
ensure_venv() {
    local package
    if has_venv "$1"; then
        return
    fi
    package=$("$1" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    bash tools/packages.sh "$package" || true
    has_venv "$1" ||
        stop "无法建立运行环境：$1 缺少 venv 模块（Debian 的 $package 包）。" \
            "请用管理员身份运行：sudo apt-get install $package ，然后再运行一次同样的命令。"
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

install_list() {
    local source=()
    if [ -d wheels ]; then
        source=(--no-index --find-links wheels)
    fi
    echo "正在按 $list 安装软件包……"
    if "$python" -m pip install --no-input --disable-pip-version-check \
        ${source[@]+"${source[@]}"} --requirement "$list"; then
        return
    fi
    if [ -d wheels ]; then
        stop "软件包没有装好：wheels/ 里的安装包不全，或不适合这台机器的 Python。" \
            "请在能上网、Python 版本相同的机器上运行 make wheels，把 wheels/ 拷来；能上网时也可以直接删掉 wheels/。"
    fi
    stop "软件包没有装好：上面是 pip 给出的原因，多半是网络不通。" \
        "请检查网络后再运行一次；没有网络的机器，请把别处 make wheels 得到的 wheels/ 文件夹拷到这里。"
}

stop() {
    printf '\n%s\n%s\n' "$1" "$2" >&2
    exit 1
}

main
