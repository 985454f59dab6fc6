<?php
// What the PHP drivers have in common: arguments, the loop, and the line of JSON.

if ($argc !== 6) {
    fwrite(STDERR, "HOST PORT CERTIFICATE COMMANDS WARMUP\n");
    exit(2);
}

// The autoloader of Composer, in the folder where the libraries were installed.
require getenv('EPP_PEERS_VENDOR') . '/autoload.php';

// Processor time of this process, user and system.
function cpuUs(): float
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

// $check sends a domain check and returns whether the name is available.
function measure(string $package, int $commands, int $warmUp, callable $check): void
{
    $latencies = [];
    [$began, $cpu] = [hrtime(true), cpuUs()];
    for ($number = 0; $number < $warmUp + $commands; $number++) {
        if ($number === $warmUp) {
            [$began, $cpu] = [hrtime(true), cpuUs()];
        }
        $sent = hrtime(true);
        if (!$check()) {
            throw new RuntimeException('An unexpected response.');
        }
        if ($number >= $warmUp) {
            $latencies[] = (hrtime(true) - $sent) / 1e3;
        }
    }
    $seconds = (hrtime(true) - $began) / 1e9;
    $cpu = cpuUs() - $cpu;
    sort($latencies);
    printf(
        '{"client":"%s","version":"%s, PHP %s","commands":%d,"commandsPerSecond":%.0f,"p50Us":%.1f,"p99Us":%.1f,"cpuUsPerCommand":%.2f}' . "\n",
        $package, Composer\InstalledVersions::getPrettyVersion($package), PHP_VERSION, $commands, $commands / $seconds,
        $latencies[(int) (0.50 * $commands)], $latencies[(int) (0.99 * $commands)], $cpu / $commands);
}
