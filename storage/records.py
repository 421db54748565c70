"""Everything a unit of work can read and write."""

from functools import cached_property

from domain.catalogue import Catalogue
from storage.attempts import Attempts
from storage.audit import Audit
from storage.campaigns import Campaigns
from storage.cipher import Cipher
from storage.connection import Transaction
from storage.deliveries import Deliveries
from storage.everything import Everything
from storage.facts import Facts
from storage.figures import Figures
from storage.halls import Halls
from storage.housekeeping import Housekeeping
from storage.leads import Leads
from storage.people import People
from storage.reminders import Reminders
from storage.selections import Selections
from storage.sources import Sources
from storage.updates import Updates


class Records:
    """One transaction's view of the tables. Never commits: the database does.

    Args:
        connection: An open transaction.
        cipher: Encrypts what identifies people.
        catalogue: Where stored attempts find their questionnaire.
    """

    def __init__(self, connection: Transaction, cipher: Cipher, catalogue: Catalogue) -> None:
        self.connection = connection
        self.cipher = cipher
        self.catalogue = catalogue

    @cached_property
    def people(self) -> People:
        """People and their places."""
        return People(self.connection, self.cipher, self.attempts)

    @cached_property
    def attempts(self) -> Attempts:
        """Attempts and their answers."""
        return Attempts(self.connection, self.cipher, self.catalogue)

    @cached_property
    def campaigns(self) -> Campaigns:
        """Campaigns and the count of who came from where."""
        return Campaigns(self.connection)

    @cached_property
    def sources(self) -> Sources:
        """Who came from where, and how far."""
        return Sources(self.connection)

    @cached_property
    def audit(self) -> Audit:
        """The log of what staff do, of deletions and refusals."""
        return Audit(self.connection, self.cipher)

    @cached_property
    def selections(self) -> Selections:
        """What an export can be chosen from."""
        return Selections(self.connection)

    @cached_property
    def deliveries(self) -> Deliveries:
        """What Telegram has not accepted yet, and pictures it already has."""
        return Deliveries(self.connection)

    @cached_property
    def reminders(self) -> Reminders:
        """Who is to be reminded of what."""
        return Reminders(self.connection)

    @cached_property
    def updates(self) -> Updates:
        """Updates done and set aside."""
        return Updates(self.connection, self.cipher)

    @cached_property
    def everything(self) -> Everything:
        """All that is kept about one person."""
        return Everything(self.connection, self.attempts, self.leads)

    @cached_property
    def leads(self) -> Leads:
        """Contacts left for the consultant."""
        return Leads(self.connection, self.cipher, self.attempts)

    @cached_property
    def facts(self) -> Facts:
        """Single facts by name."""
        return Facts(self.connection)

    @cached_property
    def halls(self) -> Halls:
        """Live pictures for projectors."""
        return Halls(self.connection)

    @cached_property
    def figures(self) -> Figures:
        """Figures of groups."""
        return Figures(self.connection)

    @cached_property
    def housekeeping(self) -> Housekeeping:
        """What is dropped when its time is over."""
        return Housekeeping(self.connection, self.leads)
