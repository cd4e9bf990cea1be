/** A telephone number after a name, where one is known. */
export function Telephone({ number }: { number: string | null }) {
  return number ? (
    <>
      , <span className="app-number">{number}</span>
    </>
  ) : null
}
