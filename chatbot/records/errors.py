"""What can go wrong with records and accounts."""

from index.errors import PlanError


class RecordsUnavailable(PlanError):
    """The records cannot be read or written now: a full disk, a folder without permission."""


class AnswerUnknown(PlanError):
    """Feedback names an answer that was never given here."""


class PinUnfit(PlanError):
    """A pin of this kind cannot be made: its question is pinned already, or is none."""


class WordsUnfit(PlanError):
    """A pair of words cannot be taken in: it serves already, or is none."""


class GuideUnfit(PlanError):
    """Advice of this kind cannot be kept: its topic is taken, or what it replaces is gone."""


class IntakeUnfit(PlanError):
    """A plan file cannot be taken in so: it is on its way already, or may not be published."""


class IntakeChanged(IntakeUnfit):
    """Somebody else changed what is being taken in since this was looked at."""


class AccountUnfit(PlanError):
    """An account of this name cannot be made: the name is taken, or is no name."""


class AccountUnknown(PlanError):
    """There is no account of this name."""


class PasswordUnfit(PlanError):
    """A password is too short, too long or too easily guessed."""


class SignInRefused(PlanError):
    """Name and password do not belong together, or the account is disabled."""


class TooManyAttempts(SignInRefused):
    """So many passwords were wrong that the next may only be tried after `wait` seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"密码连续输错，要等一会儿：请等 {wait} 秒再试；忘了密码请找管理员重设。")
        self.wait = wait
