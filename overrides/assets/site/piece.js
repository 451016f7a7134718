// Piece: what is known of records lies in pieces, by the year in their ids; twin of piece_of in clearinghouse/publications/forms/known.py.

export const OTHER = "other"
const YEAR = /(?<![0-9])[12][0-9]{3}(?![0-9])/

/** The name of the piece that holds an id. @param {string} id */
export const pieceOf = (id) => YEAR.exec(id)?.[0] ?? OTHER
