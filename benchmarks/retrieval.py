"""Passages and questions with known answers -> R@1, MRR@10, answer in the chosen sentence.

    python -m benchmarks.retrieval FOLDER [--every N]

FOLDER holds passages.jsonl ({id, title, text}) and questions.jsonl ({question, answers,
passage_id}). A peer stands beside us in the same run: jieba words and rank_bm25's BM25Okapi.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

import jieba
from rank_bm25 import BM25Okapi

from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.evidence.likelihood import ranked
from chatbot.answering.looking.retrieving import retrieve
from chatbot.answering.understanding.question import Question, understand
from index.build import build_generation
from index.generation import Generation
from index.intake.documents import Document, sha256

_DEPTH = 10


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="ask every n-th question only")
    options = parser.parse_args()
    passages = _rows(options.folder / "passages.jsonl")
    questions = _rows(options.folder / "questions.jsonl")[:: options.every]
    generation = build_generation(tuple(map(_document, passages)))
    _print("ours", len(questions), _ours(generation, questions))
    _print("jieba + BM25Okapi", len(questions), _peer(passages, questions))


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _document(passage: dict[str, Any]) -> Document:
    """A passage as a document of its own, so that its place is known by the document's id."""
    text = passage["text"]
    return Document(passage["id"], passage["title"], passage["id"], text, sha256(text), "")


def _ours(generation: Generation, questions: list[dict[str, Any]]) -> dict[str, float]:
    ranks: list[int] = []
    answered = 0
    begun = time.perf_counter()
    for question in questions:
        understood = understand(Question(question["question"]), generation.tokenizer)
        found = retrieve(understood, frozenset(), generation)
        ids = list(dict.fromkeys(hit.passage.document_id for hit in found.hits))[:_DEPTH]
        ranks.append(ids.index(question["passage_id"]) + 1 if question["passage_id"] in ids else 0)
        rivals = ranked(understood, found, sentences_found(understood, found, generation))
        best = rivals[0] if rivals else None
        sentence = best.candidate.words if best else ""
        answered += any(answer in sentence for answer in question["answers"])
    seconds = time.perf_counter() - begun
    return {
        **_measures(ranks),
        "answer in the sentence": answered / len(questions),
        "ms a question": 1000 * seconds / len(questions),
    }


def _peer(passages: list[dict[str, Any]], questions: list[dict[str, Any]]) -> dict[str, float]:
    index = BM25Okapi([jieba.lcut(passage["text"]) for passage in passages])
    ids = [passage["id"] for passage in passages]
    ranks = []
    for question in questions:
        best = index.get_top_n(jieba.lcut(question["question"]), ids, _DEPTH)
        wanted = question["passage_id"]
        ranks.append(best.index(wanted) + 1 if wanted in best else 0)
    return _measures(ranks)


def _measures(ranks: list[int]) -> dict[str, float]:
    return {
        "R@1": sum(rank == 1 for rank in ranks) / len(ranks),
        "MRR@10": sum(1 / rank for rank in ranks if rank) / len(ranks),
    }


def _print(name: str, questions: int, measures: dict[str, float]) -> None:
    values = "  ".join(f"{measure} {value:.3f}" for measure, value in measures.items())
    sys.stdout.write(f"{name:18} {questions} questions  {values}\n")


if __name__ == "__main__":
    main()
