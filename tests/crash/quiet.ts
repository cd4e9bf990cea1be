// Imported first: a logger asks once how much to say, and here broken connections are the point.
process.env.ALONGSIDE_LOG_LEVEL ??= 'silent'

export {}
