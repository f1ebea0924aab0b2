"""flask ask: one question at the command line."""

import click

from chatbot.answering.answer import Answer
from chatbot.answering.understanding.question import Question
from chatbot.cli.doors import refusing
from chatbot.services import Services
from chatbot.told import questions_told
from chatbot.told.trace_told import trace_told
from index.language.synonyms import using


def command(services: Services) -> click.Command:
    @click.command("ask", help="提一个问题，看答复和出处。")
    @click.argument("question")
    @click.option("--explain", "why", is_flag=True, help="说明为什么这样答：词、命中、证据、门槛")
    def ask(question: str, why: bool) -> None:
        with refusing(), using(services.words.serving()):
            trace = services.trace(Question(question))
            show(trace.answer)
            if why:
                click.echo("\n".join((*questions_told.why(trace.answer), *trace_told(trace))))

    return ask


def show(answer: Answer) -> None:
    click.echo(answer.text)
    for citation in (*answer.citations, *answer.related):
        place = " > ".join((f"《{citation.document.title}》", *citation.path))
        span, file = citation.span, citation.document.file
        click.echo(f"[{citation.number}] {place}（{file} 第 {span.start}–{span.end} 字）")
    for suggestion in answer.suggestions:
        click.echo(f"还可以问：{suggestion}")
