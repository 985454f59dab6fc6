using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Compares the responses of the embedded registry with the examples in the registry's documents: order of elements, formats and texts.</summary>
public sealed class CorpusComparisonTests
{
    private const string Reason = "The published messages are not available on this machine.";
    private const string Verified = "<k:contact_verification xmlns:k='urn:dkhm:params:xml:ns:dkhm-4.5'><k:verified_id>true</k:verified_id><k:verified_email>true</k:verified_email></k:contact_verification>";
    private const string Own = "<d:name>eksempel.dk</d:name>";

    private static readonly Dictionary<string, Func<Stage, Task<RawReply>>> Scenes = new(StringComparer.Ordinal)
    {
        ["spec/002-greeting-response.xml"] = stage => stage.SendAsync(RawMessages.Hello),
        ["spec/005-login-response.xml"] = async stage => await stage.LogInAgainAsync(),
        ["spec/007-logout-response.xml"] = stage => stage.SendAsync(RawMessages.Logout),
        ["spec/009-poll-req-response.xml"] = stage => stage.ApplyAsync("nyt.dk", "has been registered and activated"),
        ["spec/011-poll-ack-response.xml"] = async stage =>
        {
            var message = await stage.ApplyAsync("nyt.dk", "has been registered and activated");
            stage.Registry.Block("eksempel.dk");
            return await stage.AcknowledgeAsync(message);
        },
        ["spec/012-poll-ack-notfound-response.xml"] = async stage =>
        {
            stage.Registry.Block("eksempel.dk");
            return await stage.SendAsync(RawMessages.Command("<poll op='ack' msgID='1'/>"));
        },
        ["spec/014-balance-info-response.xml"] = stage => stage.SendAsync(RawMessages.Command("<info><b:info xmlns:b='http://www.verisign.com/epp/balance-1.0'/></info>")),
        ["spec/016-domain-create-response.xml"] = stage => stage.SendAsync(stage.Application("nyt.dk", DkRegistryFixture.Checked)),
        ["spec/017-poll-req-domain-create-activated-response.xml"] = stage => stage.ApplyAsync("nyt.dk", "has been registered and activated"),
        ["spec/018-poll-req-domain-create-pending-check-response.xml"] = stage => stage.ApplyAsync("nyt.dk", "not activated due to", Stage.Unchecked),
        ["spec/019-poll-req-domain-create-taken-response.xml"] = async stage =>
        {
            await stage.SendAsync(stage.Application("nyt.dk", DkRegistryFixture.Checked));
            return await stage.ApplyAsync("nyt.dk", "was already taken");
        },
        ["spec/020-poll-req-domain-create-cancelled-response.xml"] = stage => stage.ApplyAsync("annulleret.dk", "has been cancelled"),
        ["spec/022-domain-check-response.xml"] = stage => stage.SendAsync(RawMessages.Domain("check", $"{Own}<d:name>nyt.dk</d:name>")),
        ["spec/023-domain-check-waitinglist-response.xml"] = stage => stage.SendAsync(RawMessages.Domain("check", "<d:name>ventet.dk</d:name>")),
        ["spec/025-domain-info-response.xml"] = async stage =>
        {
            await stage.AddDsRecordAsync();
            return await stage.SendAsync(RawMessages.DomainInfo("eksempel.dk"));
        },
        ["spec/026-domain-info-waitinglist-response.xml"] = stage => stage.SendAsync(RawMessages.DomainInfo("ventet.dk")),
        ["spec/027-domain-info-authinfo-response.xml"] = async stage =>
        {
            await stage.SendAsync(RawMessages.Domain("update", $"{Own}<d:chg><d:authInfo><d:pw>autotransfer</d:pw></d:authInfo></d:chg>"));
            return await stage.SendAsync(RawMessages.DomainInfo("eksempel.dk"));
        },
        ["spec/029-domain-renew-response.xml"] = stage =>
        {
            stage.Registry.AdvanceTo(new DateTimeOffset(2027, 10, 20, 0, 0, 0, TimeSpan.Zero));
            return stage.SendAsync(RawMessages.Domain("renew", $"{Own}<d:curExpDate>2027-11-30</d:curExpDate>"));
        },
        ["spec/031-domain-update-empty-response.xml"] = stage => stage.SendAsync(RawMessages.Domain("update", $"{Own}<d:chg/>")),
        ["spec/033-domain-update-registrant-response.xml"] = stage => stage.ChangeRegistrantAsync(DkRegistryFixture.Foreign),
        ["spec/034-domain-update-registrant-pending-response.xml"] = stage => stage.ChangeRegistrantAsync(Stage.Unchecked),
        ["spec/045-domain-delete-response.xml"] = stage => stage.DeleteAsync(),
        ["spec/047-domain-restore-denied-response.xml"] = stage => stage.RestoreAsync(),
        ["spec/048-domain-restore-response.xml"] = async stage =>
        {
            await stage.DeleteAsync();
            return await stage.RestoreAsync();
        },
        ["spec/053-contact-create-response.xml"] = stage => stage.SendAsync(Stage.NewContact()),
        ["spec/055-contact-check-response.xml"] = stage => stage.SendAsync(Stage.Contact("check", "<c:id>IP100-DK</c:id><c:id>XX9-DK</c:id>")),
        ["spec/057-contact-info-response.xml"] = stage => stage.InfoAfterNewAddressesAsync(),
        ["spec/059-contact-update-response.xml"] = stage => stage.SendAsync(Stage.Contact("update", "<c:id>IP100-DK</c:id><c:chg><c:voice>+45.33333333</c:voice></c:chg>")),
        ["spec/061-host-create-response.xml"] = stage => stage.SendAsync(Stage.Host("create", "<h:name>ns1.eksempel.dk</h:name><h:addr ip='v4'>193.163.102.9</h:addr>")),
        ["spec/063-host-create-nsadmin-response.xml"] = stage => stage.SendAsync(Stage.Host("create", "<h:name>ns1.nye.example</h:name>", RawMessages.Dkhm("requestedNsAdmin", DkRegistryFixture.Two))),
        ["spec/065-host-check-response.xml"] = stage => stage.SendAsync(Stage.Host("check", $"<h:name>{DkRegistryFixture.Ns1}</h:name><h:name>ns9.nye.example</h:name>")),
        ["spec/067-host-info-response.xml"] = stage => stage.SendAsync(Stage.Host("info", "<h:name>ns5.navneserver.example</h:name>")),
        ["spec/071-host-update-nsadmin-response.xml"] = stage =>
            stage.SendAsync(Stage.Host("update", $"<h:name>{DkRegistryFixture.Ns3}</h:name>", RawMessages.Dkhm("requestedNsAdmin", DkRegistryFixture.Two))),
        ["spec/073-host-delete-response.xml"] = stage => stage.SendAsync(Stage.Host("delete", $"<h:name>{DkRegistryFixture.Ns3}</h:name>")),
        ["spec/076-nis2-contact-info-verification-notrequired-response.xml"] = stage => stage.SendAsync(Stage.Contact("info", $"<c:id>{Stage.Company}</c:id>")),
        ["spec/078-nis2-contact-info-verification-pending-response.xml"] = stage => stage.SendAsync(Stage.Contact("info", $"<c:id>{Stage.Unchecked}</c:id>")),
        ["spec/079-nis2-contact-info-confirm-email-response.xml"] = stage => stage.InfoAfterNewAddressesAsync(),
        ["poll-2026-09/ex42.xml"] = async stage =>
        {
            await stage.AddDsRecordAsync();
            await stage.SetToExpireAsync();
            stage.Registry.AdvanceTo(new DateTimeOffset(2028, 1, 5, 0, 0, 0, TimeSpan.Zero));
            return await stage.FindAsync("has been deleted");
        },
        ["poll-2026-09/ex43.xml"] = async stage =>
        {
            await stage.DeleteAsync();
            stage.Registry.StopDeletion("eksempel.dk");
            return await stage.FindAsync("has been extended and cancellation stopped");
        },
        ["poll-2026-09/ex44.xml"] = async stage =>
        {
            await stage.DeleteAsync();
            await stage.RestoreAsync();
            return await stage.FindAsync("has been restored, extended");
        },
        ["poll-2026-09/ex55.xml"] = async stage =>
        {
            await stage.SendAsync(Stage.Host("create", "<h:name>ns1.eksempel.dk</h:name><h:addr ip='v4'>193.163.102.9</h:addr>"));
            await stage.DeleteAsync();
            stage.Registry.Advance(TimeSpan.FromDays(31));
            return await stage.FindAsync("The name server");
        },
        ["poll-2026-09/ex56.xml"] = async stage =>
        {
            await stage.ApplyAsync("nyt.dk", "not activated due to", Stage.Unchecked);
            stage.Registry.Advance(TimeSpan.FromDays(31));
            return await stage.FindAsync("on time");
        },
        ["poll-2026-09/ex57.xml"] = async stage =>
        {
            await stage.DeleteAsync();
            return await stage.FindAsync("as the domain was cancelled");
        },
        ["poll-2026-09/ex58.xml"] = async stage =>
        {
            await stage.SetToExpireAsync();
            stage.Registry.AdvanceTo(new DateTimeOffset(2027, 12, 2, 0, 0, 0, TimeSpan.Zero));
            return await stage.FindAsync("set to auto expire");
        },
        ["draft-poll-guide/001-poll-req-contact-updated-response.xml"] = stage =>
        {
            stage.Registry.MoveInPublicRegister(DkRegistryFixture.Checked, stage.Registry.FindContact(DkRegistryFixture.Checked)!.Address with { City = "Odense" });
            return stage.FindAsync("contact information has been updated");
        },
        ["draft-poll-guide/002-poll-req-contact-confirm-email-response.xml"] = async stage =>
        {
            await stage.InfoAfterNewAddressesAsync();
            return await stage.FindAsync("new primary email");
        },
    };

    public static TheoryData<string> Names => [.. Scenes.Keys];

    [SkippableTheory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public async Task Response_matches_order_formats_and_texts_of_the_published_response(string name)
    {
        Skip.IfNot(Corpus.IsPresent, Reason);
        await using var stage = await Stage.StartAsync();

        var ours = await Scenes[name](stage);

        ResponseShape.Differences(RawReply.Parse(Corpus.Read(name)), ours).Should().BeEmpty($"the response must match the published one; the response is {ours}");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Responses_contain_only_documented_elements()
    {
        Skip.IfNot(Corpus.IsPresent, Reason);
        var published = Corpus.Responses().SelectMany(name => ResponseShape.PathsOf(RawReply.Parse(Corpus.Read(name)))).ToHashSet(StringComparer.Ordinal);
        HashSet<string> sent = [];
        foreach (var scene in Scenes.Values)
        {
            await using var stage = await Stage.StartAsync();
            sent.UnionWith(ResponseShape.PathsOf(await scene(stage)));
        }

        // The only example of a host has no address.
        sent.Except(published).Should().BeEquivalentTo("epp/response/resData/host-1.0:infData/addr", "epp/response/resData/host-1.0:infData/addr@ip");
    }

    [SkippableFact]
    public void Every_published_response_is_compared()
    {
        Skip.IfNot(Corpus.IsPresent, Reason);

        Scenes.Keys.Should().BeEquivalentTo(Corpus.Responses());
    }

    [Fact]
    public void Differences_in_order_format_and_text_are_found()
    {
        const string Template = "<epp><response><result code='1000'><msg>eksempel.dk has been deleted</msg></result><resData><infData><name>a</name><exDate>2026-11-23T10:00:00.0Z</exDate></infData></resData></response></epp>";
        ResponseShape.Differences(Parse(Template), Parse(Template)).Should().BeEmpty();

        Differences(Template, "<name>a</name><exDate>2026-11-23T10:00:00.0Z</exDate>", "<exDate>2026-11-23T10:00:00.0Z</exDate><name>a</name>").Should().ContainSingle().Which.Should().Contain("order");
        Differences(Template, "00.0Z", "00Z").Should().ContainSingle().Which.Should().Contain("exDate");
        Differences(Template, "deleted", "removed").Should().ContainSingle().Which.Should().Contain("text");
        Differences(Template, "'1000'", "'1001'").Should().ContainSingle().Which.Should().Contain("code");

        IReadOnlyList<string> Differences(string text, string part, string other) => ResponseShape.Differences(Parse(text), Parse(text.Replace(part, other, StringComparison.Ordinal)));
    }

    private static RawReply Parse(string text) => RawReply.Parse(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A registry with the objects of the examples, and a client.</summary>
    private sealed class Stage(DkTestRegistry server, RawClient client) : IAsyncDisposable
    {
        public const string Unchecked = "UK100-DK";
        public const string Company = "EA100-DK";

        public DkRegistry Registry => server.Registry;

        public static async Task<Stage> StartAsync()
        {
            var server = WireFixture.Start(seed: builder => builder
                .Contact(DkRegistryFixture.Foreign, "Jane Doe", contact => contact with { Sponsor = DkRegistryFixture.One, Address = contact.Address with { CountryCode = "GB" } })
                .Contact(Unchecked, "Uwe Klar", contact => contact with
                {
                    Sponsor = DkRegistryFixture.One,
                    Verification = new DkVerification { Id = DkCheck.Pending(DkRegistryFixture.Start.AddDays(30)), Email = DkCheck.Pending(DkRegistryFixture.Start.AddDays(30)) },
                })
                .Contact(Company, "Eksempel A/S", contact => contact with
                {
                    Sponsor = DkRegistryFixture.One,
                    Kind = DkPersonKind.Company,
                    Cvr = "24210375",
                    Voice = "+45.33333333",
                    Verification = new DkVerification { Id = DkCheck.NotRequired, Email = DkCheck.NotRequired },
                })
                .Host(DkRegistryFixture.One, "ns5.navneserver.example", System.Net.IPAddress.Parse("193.163.102.5"))
                .WaitingListOffer("ventet.dk", DkRegistryFixture.Checked, "0123ABCD"), applications: new CancelsOne());
            return new Stage(server, await RawClient.LoginAsync(server));
        }

        public Task<RawReply> SendAsync(string message) => client.SendAsync(message);

        public async Task<RawReply> LogInAgainAsync()
        {
            await using var other = await RawClient.ConnectAsync(server);
            await other.ReceiveAsync();
            return await other.SendAsync(RawMessages.Login("EPP-123", "1234-Test"));
        }

        public string Application(string name, string registrant) => RawMessages.Domain(
            "create",
            $"<d:name>{name}</d:name><d:ns><d:hostObj>{DkRegistryFixture.Ns1}</d:hostObj><d:hostObj>{DkRegistryFixture.Ns2}</d:hostObj></d:ns><d:registrant>{registrant}</d:registrant><d:authInfo><d:pw/></d:authInfo>",
            Acceptance);

        public async Task<RawReply> ApplyAsync(string name, string text, string registrant = DkRegistryFixture.Checked)
        {
            await SendAsync(Application(name, registrant));
            Registry.Advance(TimeSpan.FromMinutes(1));
            return await FindAsync(text);
        }

        public Task<RawReply> ChangeRegistrantAsync(string registrant) =>
            SendAsync(RawMessages.Domain("update", $"{Own}<d:chg><d:registrant>{registrant}</d:registrant></d:chg>", Acceptance));

        public Task<RawReply> DeleteAsync() => SendAsync(RawMessages.Domain("delete", Own));

        public Task<RawReply> RestoreAsync() => SendAsync(RawMessages.Domain(
            "update",
            $"{Own}<d:chg/>",
            "<r:update xmlns:r='urn:ietf:params:xml:ns:rgp-1.0'><r:restore op='report'><r:report><r:preData/><r:postData/><r:delTime>1900-01-01T00:00:00.0Z</r:delTime><r:resTime>1900-01-01T00:00:00.0Z</r:resTime><r:resReason/><r:statement/></r:report></r:restore></r:update>"));

        public Task<RawReply> SetToExpireAsync() => SendAsync(RawMessages.Domain("update", Own, RawMessages.Dkhm("autoRenew", "false")));

        public Task<RawReply> AddDsRecordAsync() => SendAsync(RawMessages.Domain(
            "update",
            Own,
            $"<s:update xmlns:s='urn:ietf:params:xml:ns:secDNS-1.1'><s:add><s:dsData><s:keyTag>12345</s:keyTag><s:alg>13</s:alg><s:digestType>2</s:digestType><s:digest>{new string('A', 64)}</s:digest></s:dsData></s:add></s:update>"));

        public async Task<RawReply> InfoAfterNewAddressesAsync()
        {
            await SendAsync(Contact("update", "<c:id>IP100-DK</c:id><c:chg><c:email>ny@eksempel.dk</c:email></c:chg>", RawMessages.Dkhm("secondaryEmail", "anden@eksempel.dk")));
            return await SendAsync(Contact("info", "<c:id>IP100-DK</c:id>"));
        }

        public Task<RawReply> AcknowledgeAsync(RawReply message) => SendAsync(RawMessages.Command($"<poll op='ack' msgID='{message.Element("msgQ").Attribute("id")!.Value}'/>"));

        public async Task<RawReply> FindAsync(string text)
        {
            while (true)
            {
                var message = await SendAsync(RawMessages.Command("<poll op='req'/>"));
                if (message.Code != 1301 || message.Values("msg")[1].Contains(text, StringComparison.Ordinal))
                {
                    return message;
                }

                await AcknowledgeAsync(message);
            }
        }

        public static string Contact(string verb, string body, string? extension = null) =>
            RawMessages.Command($"<{verb}><c:{verb} xmlns:c='urn:ietf:params:xml:ns:contact-1.0'>{body}</c:{verb}></{verb}>", extension);

        public static string Host(string verb, string body, string? extension = null) =>
            RawMessages.Command($"<{verb}><h:{verb} xmlns:h='urn:ietf:params:xml:ns:host-1.0'>{body}</h:{verb}></{verb}>", extension);

        public static string NewContact() => Contact(
            "create",
            "<c:id>force</c:id><c:postalInfo type='loc'><c:name>Bo Nielsen</c:name><c:addr><c:street>Testvej 2</c:street><c:city>Odense</c:city><c:pc>5000</c:pc><c:cc>DK</c:cc></c:addr></c:postalInfo>"
            + "<c:voice>+45.20202020</c:voice><c:email>bo@eksempel.dk</c:email><c:authInfo><c:pw/></c:authInfo>",
            RawMessages.Dkhm("userType", "individual") + Verified);

        public async ValueTask DisposeAsync()
        {
            await client.DisposeAsync();
            await server.DisposeAsync();
        }

        private string Acceptance => RawMessages.Dkhm("orderconfirmationToken", server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class CancelsOne : IApplicationPolicy
    {
        private readonly ApplicationPolicy _usual = new();

        public TimeSpan GetProcessingTime(DkApplication application) => _usual.GetProcessingTime(application);

        public DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant) =>
            application.Domain.Name.Unicode == "annulleret.dk" ? DkApplicationOutcome.Cancelled : _usual.Decide(application, registrant);
    }
}
