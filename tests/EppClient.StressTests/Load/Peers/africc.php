<?php
// HOST PORT CERTIFICATE COMMANDS WARMUP: logs in, sends checks one at a time, prints a line of JSON.

// The library declares parameters in a way that newer versions of PHP report as deprecated.
error_reporting(E_ALL & ~E_DEPRECATED);
require __DIR__ . '/measure.php';

use AfriCC\EPP\Client;
use AfriCC\EPP\Frame\Command\Check\Domain;

[, $host, $port, $certificate, $commands, $warmUp] = $argv;
$epp = new Client([
    'host' => $host, 'port' => $port, 'ssl' => true, 'ca_cert' => $certificate, 'username' => 'load', 'password' => getenv('EPP_PASSWORD'),
    'services' => ['urn:ietf:params:xml:ns:domain-1.0'],
]);
$epp->connect();
measure('africc/php-epp2', (int) $commands, (int) $warmUp, function () use ($epp) {
    $check = new Domain();
    $check->addDomain('example.dk');
    $response = $epp->request($check);
    return $response->success() && $response->data()['chkData']['cd']['@name']['avail'] === '1';
});
