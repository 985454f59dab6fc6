#!/usr/bin/perl
# Runs the lifecycle of domains at a .dk registry with a third-party client (Debian's libnet-epp-perl). The script uses the methods of
# Net::EPP where they exist, and adds the extensions of the registry to its frames with XML::LibXML.
#
# Host, port, authority and logins come from the environment (see NetEppTests). Prints TAP; exits with 0 on success.
use strict;
use warnings;
use Net::EPP::Simple;
use Test::More;

my $DKHM = 'urn:dkhm:params:xml:ns:dkhm-4.5';
my $RGP  = 'urn:ietf:params:xml:ns:rgp-1.0';
my $DAY  = 24 * 60 * 60;

my ($renewable, $deletable, @servers) = split / /, $ENV{EPP_OBJECTS};
my $new = 'fremmed.dk';

sub connected {
    my ($user, $password) = @_;
    return Net::EPP::Simple->new(
        host => $ENV{EPP_HOST}, port => $ENV{EPP_PORT}, user => $user, pass => $password, timeout => 60,
        verify => 1, ca_file => $ENV{EPP_CA}, load_config => 0);
}

# Inserts <extension> in the position that the schema requires: before clTRID.
sub extended {
    my ($frame, @elements) = @_;
    my $extension = $frame->createElement('extension');
    $frame->command->insertBefore($extension, $frame->clTRID);
    $extension->appendChild($_) for @elements;
    return $frame;
}

sub element {
    my ($frame, $namespace, $name, @content) = @_;
    my $element = $frame->createElementNS($namespace, $name);
    ref $_ ? $element->appendChild($_) : $element->appendText($_) for @content;
    return $element;
}

sub answered {
    my ($epp, $frame, $code, $name) = @_;
    my $answer = $epp->request($frame);
    is($answer->code, $code, $name) or diag($answer->toString(1));
    return $answer;
}

sub text { my ($answer, $name) = @_; my ($node) = $answer->getElementsByLocalName($name); return $node ? $node->textContent : undef }

# Reads and acknowledges all messages; returns their texts.
sub messages {
    my ($epp) = @_;
    my @texts;
    while (1) {
        my $answer = $epp->request(Net::EPP::Frame::Command::Poll::Req->new);
        last if $answer->code == 1300;
        die $answer->toString(1) if $answer->code != 1301 or @texts > 20;
        my ($queue) = $answer->getElementsByLocalName('msgQ');
        push @texts, $queue->getElementsByLocalName('msg')->shift->textContent;
        my $ack = Net::EPP::Frame::Command::Poll::Ack->new;
        $ack->setMsgID($queue->getAttribute('id'));
        answered($epp, $ack, 1000, 'poll ack');
    }
    return @texts;
}

my $epp = connected($ENV{EPP_USER}, $ENV{EPP_PASSWORD});
BAIL_OUT("No session: $Net::EPP::Simple::Error") unless $epp;
is($epp->code, 1000, 'login');
is($epp->check_domain($new), 1, 'check: a free name') or diag($epp->error);
is($epp->check_domain($renewable), 0, 'check: a name in use');

# contact create
my $contact = Net::EPP::Frame::Command::Create::Contact->new;
$contact->setContact('auto');
$contact->addPostalInfo('loc', 'Frida Fremmed', undef, { street => ['Testvej 7'], city => 'Aarhus C', sp => '', pc => '8000', cc => 'DK' });
$contact->setVoice('+45.20202020');
$contact->setEmail('frida@fremmed.example');
$contact->setAuthInfo('');
my $verified = element($contact, $DKHM, 'dkhm:contact_verification',
    map { element($contact, $DKHM, "dkhm:$_", 'true') } qw(verified_id verified_email));
extended($contact, element($contact, $DKHM, 'dkhm:userType', 'individual'), $verified);
my $handle = text(answered($epp, $contact, 1000, 'create: contact'), 'id');
is($epp->contact_info($handle)->{postalInfo}{loc}{name}, 'Frida Fremmed', 'info: contact');

# domain create, and the message with the outcome
my $create = Net::EPP::Frame::Command::Create::Domain->new;
$create->setDomain($new);
$create->setPeriod(1);
$create->setNS(@servers[0, 1]);
$create->setRegistrant($handle);
$create->setAuthInfo('');
extended($create, element($create, $DKHM, 'dkhm:orderconfirmationToken', $ENV{EPP_NOW}));
answered($epp, $create, 1001, 'create: domain');
ok((grep { $_ eq "$new has been registered and activated" } messages($epp)), 'poll: the outcome of the application');

my $info = $epp->domain_info($new);
is($info->{registrant}, $handle, 'info: registrant');
is_deeply($info->{status}, ['serverRenewProhibited'], 'info: a new domain cannot be renewed yet');
is_deeply([sort @{ $info->{ns} }], [sort @servers[0, 1]], 'info: name servers');

ok($epp->update_domain({ name => $new, add => { ns => [$servers[2]] }, rem => { ns => [$servers[0]] } }), 'update: name servers') or diag($epp->error);
is_deeply([sort @{ $epp->domain_info($new)->{ns} }], [sort @servers[1, 2]], 'update: the name servers have changed');

# renew
my ($expires) = $epp->domain_info($renewable)->{exDate} =~ /^(\d{4})/;
my ($date) = $epp->domain_info($renewable)->{exDate} =~ /^([\d-]{10})/;
ok($epp->renew_domain({ name => $renewable, cur_exp_date => $date, period => 1 }), 'renew') or diag($epp->error);
like($epp->domain_info($renewable)->{exDate}, qr/^@{[$expires + 1]}/, 'renew: adds a year');
ok(!$epp->renew_domain({ name => $renewable, cur_exp_date => $date, period => 1 }), 'renew: rejected with the old date');
is($epp->code, 2306, 'renew: the code for the old date is 2306');

# transfer to another registrar with a token
ok($epp->update_domain({ name => $new, chg => { authInfo => 'autotransfer' } }), 'update: transfer token') or diag($epp->error);
my $answer = $epp->request(do { my $ask = Net::EPP::Frame::Command::Info::Domain->new; $ask->setDomain($new); $ask });
my $token = ($answer->getElementsByTagNameNS($DKHM, 'authInfo'))[0]->textContent;
my $gaining = connected($ENV{EPP_OTHER_USER}, $ENV{EPP_OTHER_PASSWORD}) or BAIL_OUT("No session: $Net::EPP::Simple::Error");
ok(!$gaining->domain_transfer_request($new, 'REG-TRANSFER-' . '0' x 32, 1), 'transfer: rejected with a wrong token');
my $transfer = $gaining->domain_transfer_request($new, $token, 1) or diag($gaining->error);
is($transfer->{trStatus}, 'clientApproved', 'transfer');
isnt($gaining->domain_info($new)->{registrant}, $handle, 'transfer: the registrant has a handle in the new portfolio');
ok((grep { $_ eq "$new has been removed from your portfolio" } messages($epp)), 'poll: the domain was transferred');

# delete and restore
ok($epp->delete_domain($deletable), 'delete') or diag($epp->error);
is($epp->code, 1001, 'delete: pending');
ok((grep { $_ eq 'pendingDelete' } @{ $epp->domain_info($deletable)->{status} }), 'delete: status pendingDelete');
my $restore = Net::EPP::Frame::Command::Update::Domain->new;
$restore->setDomain($deletable);
my @report = map { element($restore, $RGP, "rgp:$_->[0]", $_->[1]) }
    ['preData', ''], ['postData', ''], ['delTime', '1900-01-01T00:00:00.0Z'], ['resTime', '1900-01-01T00:00:00.0Z'], ['resReason', ''], ['statement', ''];
my $operation = element($restore, $RGP, 'rgp:restore', element($restore, $RGP, 'rgp:report', @report));
$operation->setAttribute(op => 'report');
extended($restore, element($restore, $RGP, 'rgp:update', $operation));
answered($epp, $restore, 1000, 'restore');
ok(!(grep { $_ eq 'pendingDelete' } @{ $epp->domain_info($deletable)->{status} }), 'restore: no pending deletion');
ok((grep { $_ eq "$deletable has been restored, extended and cancellation stopped" } messages($epp)), 'poll: the deletion was stopped');

# The registry deletes contacts; registrars cannot.
ok(!$epp->delete_contact($handle), 'delete: rejected for contacts');
is($epp->code, 2101, 'delete: the code for contacts is 2101');

ok($gaining->logout, 'logout');
ok($epp->logout, 'logout');
done_testing();
