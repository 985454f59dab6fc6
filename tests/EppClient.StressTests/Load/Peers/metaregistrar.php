<?php
// HOST PORT CERTIFICATE COMMANDS WARMUP: logs in, sends checks one at a time, prints a line of JSON.

require __DIR__ . '/measure.php';

use Metaregistrar\EPP\eppCheckDomainRequest;
use Metaregistrar\EPP\eppConnection;

[, $host, $port, $certificate, $commands, $warmUp] = $argv;
$epp = new eppConnection();
$epp->setHostname("tls://$host");
$epp->setPort($port);
$epp->setUsername('load');
$epp->setPassword(getenv('EPP_PASSWORD'));
$epp->setSslContext(stream_context_create(['ssl' => ['cafile' => $certificate]]));
if (!$epp->login()) {
    throw new RuntimeException('No session.');
}
measure('metaregistrar/php-epp-client', (int) $commands, (int) $warmUp,
    fn () => $epp->request(new eppCheckDomainRequest(['example.dk']))->getCheckedDomains()[0]['available']);
