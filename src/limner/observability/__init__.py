"""What a server tells its operator: metrics, traces, logs, readiness."""
