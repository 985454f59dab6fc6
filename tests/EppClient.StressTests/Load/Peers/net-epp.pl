#!/usr/bin/perl
# HOST PORT CERTIFICATE COMMANDS WARMUP: logs in, sends checks one at a time, prints a line of JSON.
use strict;
use warnings;
use Net::EPP;
use Net::EPP::Simple;
use Time::HiRes qw(time);

my ($host, $port, $certificate, $commands, $warm_up) = @ARGV;
defined $warm_up or die "HOST PORT CERTIFICATE COMMANDS WARMUP\n";

# Without reconnect => 0 the library sends a hello before each command. Without verify it does not verify the certificate.
my $epp = Net::EPP::Simple->new(
    host => $host, port => $port, user => 'load', pass => $ENV{EPP_PASSWORD}, timeout => 60,
    verify => 1, ca_file => $certificate, reconnect => 0, load_config => 0)
    or die "$Net::EPP::Simple::Error\n";

# Processor time of this process, user and system.
sub cpu { my ($user, $system) = times; return $user + $system }

my @latencies;
my ($began, $cpu) = (time, cpu());
for my $number (0 .. $warm_up + $commands - 1) {
    ($began, $cpu) = (time, cpu()) if $number == $warm_up;
    my $sent = time;
    my $available = $epp->check_domain('example.dk');
    die "An unexpected response.\n" unless $available;
    push @latencies, (time - $sent) * 1e6 if $number >= $warm_up;
}
my $seconds = time - $began;
$cpu = cpu() - $cpu;
$epp->logout;

@latencies = sort { $a <=> $b } @latencies;
my ($p50, $p99) = map { $latencies[$_ * $commands] } 0.50, 0.99;
printf qq({"client":"Net::EPP","version":"%s, Perl %vd","commands":%d,"commandsPerSecond":%.0f,"p50Us":%.1f,"p99Us":%.1f,"cpuUsPerCommand":%.2f}\n),
    $Net::EPP::VERSION, $^V, $commands, $commands / $seconds, $p50, $p99, $cpu * 1e6 / $commands;
