"""The command line: one command for each thing that the library does, under the library's words.

In: what a person types. Out: data on stdout, talk on stderr, and an exit code: 0 done, 1 failed, 2 wrong usage,
3 finished with some documents failed. Commands hold no logic: they parse, call `testigo.work`, and print.
"""
