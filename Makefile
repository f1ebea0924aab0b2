# 新装的 Debian 上只要有 Python 3.11 以上、git 和 make，就能运行下面的命令。
# 路径一律相对于本文件夹，所以文件夹放在哪里、叫什么名字都可以。

PORT ?= 8000
PAIRS ?= plan_texts=tests/gold/questions.jsonl

# 不论系统语言如何设置，文件和提示都按 UTF-8 读写。
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: bench-about bench-journeys bench-candidates bench-desk-load bench-desk-many bench-documents bench-lighthouse bench-phone bench-retrieval bench-same bench-sayings bench-versions bench-walk bench-wording bench-commented bench-replaced help lexicon-check run test check evaluate bench-outlines bench-pages wheels environment test-environment

help:
	@echo 'make run       启动问答服务              run the service at http://127.0.0.1:$(PORT)'
	@echo 'make test      运行全部测试              run every test, real browser included'
	@echo 'make check     只查代码规矩              ruff, mypy, import-linter, house rules'
	@echo 'make evaluate  用标注问题算指标          measure answers: PAIRS="plans=a.jsonl" MEASURED= BLIND= CMRC='
	@echo 'make bench-documents 量读取速度与完整  read files, compare with gold texts: FOLDERS="a b"'
	@echo 'make bench-outlines  对照手写大纲    compare outlines with gold: FOLDERS="a b" GOLD=c'
	@echo 'make bench-pages    网页零件、丢行、表格  chrome left, lines lost, cells of tables: FOLDERS="a b"'
	@echo 'make bench-candidates 能答的话找到没有  is what would answer among the candidates: PAIRS'
	@echo 'make bench-sayings   求助、投诉、闲聊认得出吗 are cries for help and small talk recognised: PART'
	@echo 'make bench-about 题目、问文件本身的答得对吗   bare topics and questions on documents: SHELVES'
	@echo 'make bench-journeys  一段段对话，每一句帮上没有  conversations: did each message get help'
	@echo 'make bench-phone 旧手机慢网络上的快慢  old phone, slow network: seconds to type and to be answered'
	@echo 'make bench-lighthouse 网页得分            Lighthouse scores; fetched with npm'
	@echo 'make bench-retrieval 查找质量与同类比   R@1 beside a peer: FOLDER=a'
	@echo 'make bench-same 换一版代码，答的是不是一样  same answers as before: PAIRS MEASURED WRITE AGAINST'
	@echo 'make bench-walk 一个问题经过哪些模块  the modules that one question is led through'
	@echo 'make bench-desk-load 提问和核对同时进行  asking and checking at once: LAWS=a'
	@echo 'make bench-desk-many 居民提问时核对一批文稿  a batch of drafts while citizens ask: LAWS=a'
	@echo 'make bench-wording 核对文稿与标注比  wording check: FOLDER=a PLANS="b c" LAWS=d'
	@echo 'make bench-commented 带批注的 Word 与原文件比  commented drafts: FOLDER=a'
	@echo 'make bench-replaced 换了新版，旧引文打得开吗  citations of replaced plans: PAIR=folder=questions'
	@echo 'make bench-versions 比较两个版本与手写清单比  old and new laws: FOLDER=a'
	@echo 'make lexicon-check 词表里该再看一眼的  doubtful pairs of the table of synonyms: FOLDERS="a b"'
	@echo 'make wheels    备好离线安装包            fill wheels/ for a machine without internet'
	@echo
	@echo 'PORT=8001 make run 换端口；PYTHON=python3.12 make run 指定解释器；其他设置见 docs/settings.md。'

# 3：有文件没有收入，已经逐个说明；其余的照常服务。
run: environment
	@.venv/bin/python -m tools.port '$(PORT)'
	@.venv/bin/python -m flask build-index || test $$? -eq 3
	@echo '请用浏览器打开 http://127.0.0.1:$(PORT)/ ，按 Ctrl-C 停止。'
	@exec .venv/bin/python -m gunicorn --config deploy/gunicorn.conf.py --bind '127.0.0.1:$(PORT)' wsgi:app

test: test-environment
	@bash tools/browser.sh
	@.venv/bin/python -m pytest --numprocesses=auto --dist=worksteal

check: test-environment
	@.venv/bin/python -m pytest tests/house

# 每一对是“规划文件夹=问题文件”；给出 CMRC 文件夹时再量查找质量。
evaluate: environment
	@.venv/bin/python -m benchmarks.answers $(PAIRS) $(if $(MEASURED),--measured $(MEASURED)) $(if $(BLIND),--blind $(BLIND))
	@$(if $(CMRC),.venv/bin/python -m benchmarks.retrieval $(CMRC),true)

# 只量命令行给出的文件夹；有标准文本的文件还比对读出的段落。
bench-documents: test-environment
	@.venv/bin/python -m benchmarks.reading.documents $(FOLDERS)

# 只量命令行给出的文件夹和 plan_texts 里有标注的文件。
bench-outlines: environment
	@.venv/bin/python -m benchmarks.reading.outlines --show $(FOLDERS) $(GOLD:%=--gold %)

# 与 benchmarks/gold 里人读的正文和表格比。
bench-pages: environment
	@.venv/bin/python -m benchmarks.reading.pages --show $(FOLDERS)

# 只报各种问法的总数，不列问题。
bench-candidates: environment
	@.venv/bin/python -m benchmarks.candidates $(PAIRS)

# 每一个是“名字=规划文件夹”，名字见 benchmarks/gold/topics。
bench-about: environment
	@.venv/bin/python -m benchmarks.about --show --set $(or $(SET),first) $(or $(SHELVES),plans=plan_texts e=benchmarks/gold/plans-e/documents)

# 每段对话连同工作人员会写的办事指引，都在 benchmarks/gold/journeys。
bench-journeys: environment
	@.venv/bin/python -m benchmarks.journeys

# PART=last 是留到最后才量的一半。
bench-sayings: environment
	@.venv/bin/python -m benchmarks.sayings --part $(or $(PART),first)

# 1.6 Mb/s、延迟 150 毫秒、处理器慢四倍，缓存为空。
bench-phone: test-environment
	@bash tools/browser.sh
	@.venv/bin/python -m flask build-index
	@.venv/bin/python -m benchmarks.browser.phone

# 用 npm 取得 Lighthouse，所以要能上网。
bench-lighthouse: test-environment
	@bash tools/browser.sh
	@.venv/bin/python -m flask build-index
	@.venv/bin/python -m benchmarks.browser.lighthouse

# 旧的安装包先删掉，否则建环境时会用到它们。
wheels:
	@rm -rf wheels
	@bash tools/environment.sh requirements.txt
	@.venv/bin/python -m pip wheel --wheel-dir wheels --requirement requirements-dev.txt

environment:
	@bash tools/environment.sh requirements.txt

test-environment:
	@bash tools/environment.sh requirements-dev.txt

# 只列出，不评判；给出规划文件夹时，还列出两边都不在这些文件里的；ALL=1 全部列出。
lexicon-check: environment
	@.venv/bin/python -m tools.lexicon_check $(if $(ALL),--all) $(FOLDERS)

bench-retrieval: environment
	@.venv/bin/python -m benchmarks.retrieval $(FOLDER)

# 一个问题从接口走到存下答复，经过哪些模块。
bench-walk: environment
	@.venv/bin/python -m benchmarks.walk $(QUESTION)

# MEASURED 里的问题只量不看：只存校验值，只报个数。
bench-same: environment
	@.venv/bin/python -m benchmarks.same_answers $(PAIRS) $(if $(MEASURED),--measured $(MEASURED)) $(if $(WRITE),--write $(WRITE)) $(if $(AGAINST),--against $(AGAINST))

bench-wording: environment
	@.venv/bin/python -m benchmarks.wording $(FOLDER) $(PLANS) $(if $(LAWS),--laws $(LAWS))

# 装有 LibreOffice 时，再看它认出多少条批注。
bench-commented: environment
	@.venv/bin/python -m benchmarks.desk.commented $(FOLDER)

# 核对文稿和提问同时进行，各慢多少；旁边是同样的活在服务外面做时慢多少。
bench-desk-load: environment
	@.venv/bin/python -m benchmarks.desk.load $(LAWS)

bench-desk-many: environment
	@.venv/bin/python -m benchmarks.desk.many $(LAWS)

# 每份规划换成改过的新版，再把先前的引文逐个打开。
bench-replaced: environment
	@.venv/bin/python -m benchmarks.desk.replaced $(PAIR)

bench-versions: environment
	@.venv/bin/python -m benchmarks.versions $(FOLDER)
