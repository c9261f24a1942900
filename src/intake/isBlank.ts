export function isBlank(cell: string): boolean {
  return cell.trim() === "";
}
