"""What is wrong in a package, where it stands, and what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Only an error stops an import.  A notice says what was assumed or passed over."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """`line` is where the row begins, 1 = header.  `column` and `value` are as written."""

    file: str
    line: int
    column: str
    code: str
    value: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def as_json(self) -> dict[str, str | int]:
        """The six keys that the format promises."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "value": self.value,
            "message": self.message,
        }


@dataclass
class Report:
    """Gathers what is found in one file."""

    file: str
    findings: list[Finding] = field(default_factory=list)

    def error(self, line: int, column: str, code: str, value: str, message: str) -> None:
        self._add(line, column, code, value, message, Severity.ERROR)

    def warning(self, line: int, column: str, code: str, value: str, message: str) -> None:
        self._add(line, column, code, value, message, Severity.WARNING)

    def notice(self, line: int, column: str, code: str, value: str, message: str) -> None:
        self._add(line, column, code, value, message, Severity.NOTICE)

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.findings)

    def _add(
        self, line: int, column: str, code: str, value: str, message: str, severity: Severity
    ) -> None:
        self.findings.append(Finding(self.file, line, column, code, value, message, severity))
