"""What can go wrong with plans and their index, each named for the state found."""


class PlanError(Exception):
    """The base of all our errors: its text says, in Chinese, the thing, the fault, the remedy."""


class PlanFolderMissing(PlanError):
    """The folder of plans is not there, or holds no plan."""


class PlanFileUnreadable(PlanError):
    """A plan file cannot be turned into text: encoding unknown, format unknown, no permission."""


class PlanFileEmpty(PlanError):
    """A plan file holds no words of its own."""


class CatalogueWrong(PlanError):
    """catalogue.csv cannot be believed: a bad row, or one that names a file that is absent."""


class IndexNotBuilt(PlanError):
    """No generation stands in the data folder."""


class GenerationDamaged(PlanError):
    """A stored generation is not what was written: a hash differs, or a table is gone."""


class PlansFaulty(PlanError):
    """One or more files of a folder of plans cannot be taken; each is named, a line a fault."""
