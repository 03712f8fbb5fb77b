"""What engines that draw in replicas share: processes or machines that each host another engine."""
