/** Fen as one writes yuan: `¥0.60`, `¥12.00`. */
export const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;
