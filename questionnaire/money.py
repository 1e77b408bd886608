"""An amount of money with its currency."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, named by its three letters (ISO 4217)."""

    amount: float
    currency: str

    def __str__(self) -> str:
        """Return it as a file holds it: `1800 EUR`."""
        whole = float(self.amount).is_integer()
        amount = str(int(self.amount)) if whole else f"{self.amount:.9f}".rstrip("0")
        return f"{amount} {self.currency}"

    def __bool__(self) -> bool:
        """Say whether there is any: nothing of a currency counts as zero does."""
        return bool(self.amount)
