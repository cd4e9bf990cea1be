/** On every page unless the deployment is live. */
export function DemoBanner() {
  return (
    <div className="app-demo-banner" role="region" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <strong>Demonstration.</strong> Fictitious data: no person here is real.
      </div>
    </div>
  )
}
