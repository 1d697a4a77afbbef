//! Forms of heads, rows and marks, one table test each.
