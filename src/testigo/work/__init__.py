"""What a user sets going: read and extract strings, and `Case`, the library's front over one case file.

Sources, ids and decisions come in; records, lists and findings go out. The only room that knows all the others; the
borders to the clock and to other processes are here. Public: `case.Case`, `front.read`, `front.extract`,
`readers.ReaderOptions`, `adding.AddResult`, `adding.Progress`, `checking.Finding`, `actors.CaseActor`,
`grouping.Reconciled`, `exporting.FORMATS`. Nothing is imported here, so that extracting a string loads no database and
importing the library loads nothing.
"""
