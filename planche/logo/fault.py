"""What is wrong in a logo's file, said by those who do not know its name."""


class LogoError(Exception):
    """Carries a code of the catalogue and the values of its message, all but the file's name."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = {key: str(value) for key, value in values.items()}
        super().__init__(code)
