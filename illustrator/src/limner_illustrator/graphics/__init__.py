"""Graphics: charts, diagrams, tables and screens, composed instead of painted; each kind declares itself."""
