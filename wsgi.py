"""What gunicorn and the `flask` command both open."""

from chatbot.app import create_app

app = create_app()
