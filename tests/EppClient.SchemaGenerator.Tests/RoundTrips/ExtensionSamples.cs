using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Iana;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>The extensions of the RFCs with all that their schemas allow.</summary>
internal static class ExtensionSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly FeeAmount Fee = new(10.50m)
    {
        Description = "Registration",
        Language = "en",
        Refundable = true,
        GracePeriod = "P5D",
        Applied = FeeAmountApplied.Immediate,
    };

    private static readonly FeeCredit Credit = new() { Amount = -2m, Description = "Campaign" };

    private static readonly MarkAddress Address = new()
    {
        StreetLines = ["Gade 1", "2. th."],
        City = "Aarhus",
        StateOrProvince = "Jylland",
        PostalCode = "8000",
        CountryCode = "DK",
    };

    private static readonly MarkHolder Holder = new()
    {
        Entitlement = MarkEntitlement.Owner,
        Name = "Jens Jensen",
        Organization = "Example ApS",
        Address = Address,
        Voice = "+45.12345678",
        VoiceExtension = "12",
        Fax = "+45.12345679",
        Email = "jens@a.example",
    };

    private static readonly MarkContact Agent = new()
    {
        Type = MarkContactKind.Agent,
        Name = "Jens Hansen",
        Organization = "Agents",
        Address = Address,
        Voice = "+45.12345678",
        Fax = "+45.12345679",
        Email = "jens@b.example",
    };

    private static readonly KeyRelayKey Key = new()
    {
        KeyData = new SecDnsKeyData { Flags = 256, Protocol = 3, Algorithm = 13, PublicKey = EppBinary.FromBase64("AQIDBA==") },
        Expiry = KeyRelayExpiry.FromRelative("P1M13D"),
    };

    private static readonly E164Naptr Naptr = new(10, 100, "E2U+sip") { Flag = "u", RegularExpression = "!^.*$!sip:info@a.example!" };

    private static readonly BundleName RegisteredVariant = new() { Name = "xn--a-example", UnicodeName = "å-example" };

    private static readonly E164ValidationDetails Validated = new()
    {
        Elements =
        [
            new E164SimpleValidation
            {
                MethodId = "Validation-X", ValidationEntityId = "VE-NMQ", RegistrarId = "Client-X", ExecutionDate = new DateOnly(2026, 4, 8),
                ExpiryDate = new DateOnly(2026, 10, 7),
            },
        ],
    };

    private static readonly Signature Signature = new()
    {
        SignedInfo = new SignatureSignedInfo
        {
            CanonicalizationMethod = new SignatureCanonicalizationMethod { Algorithm = "http://www.w3.org/2001/10/xml-exc-c14n#" },
            SignatureMethod = new SignatureMethod { Algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" },
            References =
            [
                new SignatureReference
                {
                    Uri = "#mark",
                    Transforms = new SignatureTransforms
                    {
                        Transforms = [new SignatureTransform { Algorithm = "http://www.w3.org/2000/09/xmldsig#enveloped-signature" }],
                    },
                    DigestMethod = new SignatureDigestMethod { Algorithm = "http://www.w3.org/2001/04/xmlenc#sha256" },
                    DigestValue = EppBinary.FromBase64("AQIDBA=="),
                },
            ],
        },
        Value = new SignatureValue { Value = EppBinary.FromBase64("AQIDBA==") },
    };

    private static readonly Mark Mark = new()
    {
        Trademarks =
        [
            new MarkTrademark
            {
                Id = "1-123", MarkName = "Example", Holders = [Holder], Contacts = [Agent], Jurisdiction = "DK", Classes = [35, 42], Labels = ["example"],
                GoodsAndServices = "Examples.", ApplicationId = "A-1", ApplicationDate = Moment, RegistrationNumber = "R-1", RegistrationDate = Moment,
                ExpiryDate = Moment,
            },
        ],
        TreatiesOrStatutes =
        [
            new MarkTreatyOrStatute
            {
                Id = "1-124", MarkName = "Example", Holders = [Holder], Protections = [new MarkProtection { CountryCode = "DK", Region = "Fyn", RulingCountryCodes = ["SE"] }],
                GoodsAndServices = "Examples.", ReferenceNumber = "T-1", ProtectionDate = Moment, Title = "A treaty", ExecutionDate = Moment,
            },
        ],
        Courts =
        [
            new MarkCourtDecision
            {
                Id = "1-125", MarkName = "Example", Holders = [Holder], GoodsAndServices = "Examples.", ReferenceNumber = "C-1", ProtectionDate = Moment,
                CountryCode = "DK", Regions = ["Fyn"], CourtName = "A court",
            },
        ],
    };

    private static SignedMark SignedMark => new()
    {
        ElementId = "mark",
        Id = "1-2",
        Issuer = new SignedMarkIssuer { IssuerId = "2", Organization = "Issuer", Email = "jens@b.example", Url = "https://b.example", Voice = "+45.12345678" },
        NotBefore = Moment,
        NotAfter = Moment,
        Mark = Mark,
        Signature = Signature,
    };

    /// <summary>The content of requests, below the verb or below <c>extension</c>.</summary>
    public static IReadOnlyDictionary<string, (string Verb, IEppElement Element)> Requests { get; } = new Dictionary<string, (string, IEppElement)>
    {
        ["fee check"] = ("extension", new FeeCheck(
            new FeeCommandQuery(FeeCommand.Create) { Period = 2, PeriodUnit = DomainPeriodUnit.Year, Phase = "sunrise", SubPhase = "first" },
            new FeeCommandQuery(FeeCommand.Custom) { CustomCommand = "sync" })
        { Currency = "EUR" }),
        ["fee create"] = ("extension", new FeeCreate(Fee, new FeeAmount(0m)) { Currency = "EUR", Credits = [Credit] }),
        ["fee renew"] = ("extension", new FeeRenew(Fee)),
        ["fee transfer"] = ("extension", new FeeTransfer(Fee)),
        ["fee update"] = ("extension", new FeeUpdate(Fee)),
        ["launch check"] = ("extension", new LaunchCheck { Type = LaunchCheckKind.Availability, Phase = LaunchPhaseKind.Custom, PhaseName = "founders" }),
        ["launch info"] = ("extension", new LaunchInfo(LaunchPhaseKind.Sunrise) { ApplicationId = "APP-1", IncludeMarks = true }),
        ["launch create with code and mark"] = ("extension", new LaunchCreate(LaunchPhaseKind.Sunrise)
        {
            Type = LaunchObjectKind.Application,
            CodeMarks = [new LaunchCodeMark { Code = "s3cret", ValidatorId = "tmch", Mark = Mark }],
        }),
        ["launch create with encoded mark"] = ("extension", new LaunchCreate(LaunchPhaseKind.Sunrise)
        {
            EncodedSignedMarks = [new EncodedSignedMark("PD94bWwgdmVyc2lvbj0iMS4wIj8+") { Encoding = "base64" }],
        }),
        ["launch create with notice"] = ("extension", new LaunchCreate(LaunchPhaseKind.Claims)
        {
            Notices = [new LaunchAcceptedNotice { NoticeId = "N-1", ValidatorId = "tmch", NotAfter = Moment, AcceptedDate = Moment }],
        }),
        ["launch update"] = ("extension", new LaunchUpdate(LaunchPhaseKind.Landrush, "APP-1")),
        ["launch delete"] = ("extension", new LaunchDelete(LaunchPhaseKind.Landrush, "APP-1")),
        ["allocationToken"] = ("extension", new AllocationToken("s3cret")),
        ["allocationToken info"] = ("extension", new AllocationTokenInfo()),
        ["org check"] = ("check", new OrganizationCheck("ORG-1", "ORG-2")),
        ["org info"] = ("info", new OrganizationInfo("ORG-1")),
        ["org create"] = ("create", new OrganizationCreate("ORG-1", new OrganizationRole("reseller") { Statuses = [OrganizationRoleStatus.Linked], RoleId = "1910" })
        {
            Statuses = [OrganizationStatus.ClientLinkProhibited],
            ParentId = "ORG-0",
            PostalInfo =
            [
                new OrganizationPostalInfo
                {
                    Type = OrganizationPostalInfoForm.Internationalized,
                    Name = "Jens Jensen",
                    Address = new OrganizationAddress { StreetLines = ["Gade 1"], City = "Aarhus", PostalCode = "8000", CountryCode = "DK" },
                },
            ],
            Voice = "+45.12345678",
            VoiceExtension = "1",
            Fax = "+45.12345679",
            Email = "jens@a.example",
            Url = "https://a.example",
            Contacts = [new OrganizationContactReference { Id = "C-1", Type = OrganizationContactKind.Custom, CustomTypeName = "legal" }],
        }),
        ["org update"] = ("update", new OrganizationUpdate("ORG-1")
        {
            Add = new OrganizationUpdateItems { Roles = [new OrganizationRole("registrar")], Statuses = [OrganizationStatus.ClientDeleteProhibited] },
            Remove = new OrganizationUpdateItems { Contacts = [new OrganizationContactReference { Id = "C-1", Type = OrganizationContactKind.Technical }] },
            Change = new OrganizationChange { PostalInfo = [new OrganizationPostalInfoChange { Type = OrganizationPostalInfoForm.Localized, Name = "Jens Jensen" }] },
        }),
        ["org delete"] = ("delete", new OrganizationDelete("ORG-1")),
        ["orgext create"] = ("extension", new OrganizationLinkCreate(new OrganizationLink("ORG-1", "reseller"))),
        ["orgext update"] = ("extension", new OrganizationLinkUpdate
        {
            Add = new OrganizationLinkList { Organizations = [new OrganizationLink("ORG-1", "reseller")] },
            Remove = new OrganizationLinkList { Organizations = [new OrganizationLink(string.Empty, "privacyproxy")] },
            Change = new OrganizationLinkList { Organizations = [new OrganizationLink("ORG-2", "registrar")] },
        }),
        ["maintenance list"] = ("info", MaintenanceInfo.List),
        ["maintenance item"] = ("info", MaintenanceInfo.FromId("M-1")),
        ["ttl info"] = ("extension", new TimeToLiveInfo { IncludePolicy = true }),
        ["ttl create"] = ("extension", new TimeToLiveCreate(new TimeToLiveValue(TimeToLiveRecordType.Ns, 3600), new TimeToLiveValue(TimeToLiveRecordType.Ds, null))),
        ["ttl update"] = ("extension", new TimeToLiveUpdate(new TimeToLiveValue(TimeToLiveRecordType.Custom, 60) { CustomRecordType = "DELEG" })),
        ["addlEmail"] = ("extension", new AdditionalEmail("jens@å.example") { IsPrimary = true }),
        ["addlEmail removal"] = ("extension", AdditionalEmail.None),
        ["keyrelay create"] = ("create", new KeyRelayCreate("a.example", DomainAuthInfo.FromPassword("s3cret"), Key)),
        ["b-dn create"] = ("extension", new BundleCreate { RegisteredName = "xn--a-example", UnicodeName = "å-example" }),
        ["e164 create"] = ("extension", new E164Create(Naptr)),
        ["e164 update"] = ("extension", new E164Update { Add = new E164NaptrList { Records = [Naptr] }, Remove = new E164NaptrList { Records = [Naptr] } }),
        ["e164val update"] = ("extension", new E164ValidationUpdate
        {
            Add = [new E164ValidationAddition { Id = "V-1", Details = Validated }],
            Remove = [new E164ValidationRemoval { Id = "V-2" }],
            Change = [new E164ValidationReplacement { Id = "V-3", Details = Validated }],
        }),
        ["launch create with signed mark"] = ("extension", new LaunchCreate(LaunchPhaseKind.Sunrise) { SignedMarks = [SignedMark] }),
        ["secDNS-1.0 update"] = ("extension", new SecDns10Update { Urgent = true, Remove = new SecDns10Removal { KeyTags = [12345] } }),
    };

    /// <summary>The content of responses, below <c>resData</c> or <c>extension</c>.</summary>
    public static IReadOnlyDictionary<string, (string Place, IEppElement Element)> Responses { get; } = new Dictionary<string, (string, IEppElement)>
    {
        ["fee check"] = ("extension", new FeeCheckResult
        {
            Currency = "EUR",
            Items =
            [
                new FeeCheckItem
                {
                    ObjectId = "a.example", IdentifyingElement = "name", Class = "premium", Available = true,
                    Commands = [new FeeCommandPrice { Command = FeeCommand.Create, Period = 1, PeriodUnit = DomainPeriodUnit.Year, Fees = [Fee], Credits = [Credit], IsStandard = false }],
                },
                new FeeCheckItem { ObjectId = "b.example", Available = false, Reason = "reserved", ReasonLanguage = "en" },
            ],
        }),
        ["fee create"] = ("extension", new FeeCreateResult { Currency = "EUR", Period = 2, PeriodUnit = DomainPeriodUnit.Year, Fees = [Fee], Credits = [Credit], Balance = -5m, CreditLimit = 1000m }),
        ["fee renew"] = ("extension", new FeeRenewResult { Fees = [Fee] }),
        ["fee transfer"] = ("extension", new FeeTransferResult { Fees = [Fee] }),
        ["fee update"] = ("extension", new FeeUpdateResult { Fees = [Fee] }),
        ["fee delete"] = ("extension", new FeeDeleteResult { Credits = [Credit] }),
        ["launch check"] = ("extension", new LaunchCheckResult
        {
            Phase = LaunchPhaseKind.Claims,
            Items = [new LaunchCheckItem { Name = "a.example", TrademarkExists = true, ClaimKeys = [new LaunchClaimKey { Key = "2013041500/2/6", ValidatorId = "tmch" }] }],
        }),
        ["launch create"] = ("extension", new LaunchCreateResult { Phase = LaunchPhaseKind.Sunrise, ApplicationId = "APP-1" }),
        ["launch info"] = ("extension", new LaunchInfoResult
        {
            Phase = LaunchPhaseKind.Sunrise,
            ApplicationId = "APP-1",
            Status = LaunchStatus.Custom,
            CustomStatus = "waiting",
            StatusText = "Soon",
            StatusLanguage = "en",
            Marks = [Mark],
        }),
        ["allocationToken"] = ("extension", new AllocationToken("s3cret")),
        ["changePoll"] = ("extension", new ChangePollData
        {
            State = ChangePollObjectState.Before,
            Operation = ChangePollOperationKind.Delete,
            OperationDetail = "purge",
            Date = Moment,
            ServerTransactionId = "S-1",
            Who = "Jens Jensen",
            CaseId = "URS-1",
            CaseKind = ChangePollCaseKind.Urs,
            Reason = "Ruling",
            ReasonLanguage = "en",
        }),
        ["org check"] = ("resData", new OrganizationCheckResult { Items = [new OrganizationCheckItem { Id = "ORG-1", Available = false, Reason = "In use" }] }),
        ["org create"] = ("resData", new OrganizationCreateResult { Id = "ORG-1", CreatedDate = Moment }),
        ["org info"] = ("resData", new OrganizationInfoResult
        {
            Id = "ORG-1",
            Roid = "ORG1-REP",
            Roles = [new OrganizationRole("reseller")],
            Statuses = [OrganizationStatus.Ok],
            Email = "jens@a.example",
            SponsoringClientId = "REG-1",
            CreatingClientId = "REG-1",
            CreatedDate = Moment,
            UpdatingClientId = "REG-1",
            UpdatedDate = Moment,
        }),
        ["org panData"] = ("resData", new OrganizationPendingActionResult
        {
            Id = "ORG-1",
            Succeeded = true,
            CompletedDate = Moment,
            TransactionId = new EppTransactionId { ClientTransactionId = "ABC-1", ServerTransactionId = "SRV-1" },
        }),
        ["orgext info"] = ("extension", new OrganizationLinkInfoResult { Organizations = [new OrganizationLink("ORG-1", "reseller")] }),
        ["maintenance list"] = ("resData", MaintenanceInfoResult.FromList(new MaintenanceList
        {
            Items = [new MaintenanceListItem { Id = "M-1", Name = "Move", Start = Moment, End = Moment, CreatedDate = Moment, UpdatedDate = Moment }],
        })),
        ["maintenance item"] = ("resData", MaintenanceInfoResult.FromItem(new MaintenanceItem
        {
            Id = "M-1",
            Name = "Move",
            IdLanguage = "en",
            Types = [new MaintenanceKind { Text = "Routine", Language = "en" }],
            PollReason = MaintenancePollReason.Create,
            Systems = new MaintenanceSystemList { Items = [new MaintenanceSystem { Name = "EPP", Host = "epp.example", Impact = MaintenanceImpact.Full }] },
            Environment = MaintenanceEnvironmentKind.Custom,
            EnvironmentName = "lab",
            EnvironmentText = string.Empty,
            Start = Moment,
            End = Moment,
            Reason = MaintenanceReason.Planned,
            DetailUri = "https://a.example/m-1",
            Descriptions = [new MaintenanceDescription { Text = "<p>Move</p>", Type = MaintenanceDescriptionForm.Html, Language = "en" }],
            TopLevelDomains = new MaintenanceTopLevelDomainList { Names = ["example"] },
            Intervention = new MaintenanceIntervention { ReconnectRequired = true, ImplementationRequired = false },
            CreatedDate = Moment,
            UpdatedDate = Moment,
        })),
        ["ttl info"] = ("extension", new TimeToLiveInfoResult
        {
            Values = [new TimeToLivePolicyValue { RecordType = TimeToLiveRecordType.Aaaa, Text = "3600", Minimum = 60, Default = 86400, Maximum = 172800 }],
        }),
        ["addlEmail"] = ("extension", new AdditionalEmail("jens@å.example")),
        ["keyrelay poll"] = ("resData", new KeyRelayInfoResult
        {
            Name = "a.example",
            AuthInfo = DomainAuthInfo.FromPassword("s3cret"),
            Keys = [Key with { Expiry = KeyRelayExpiry.FromAbsolute(Moment) }],
            CreatedDate = Moment,
            RequestingClientId = "REG-1",
            ActingClientId = "REG-2",
        }),
        ["b-dn info"] = ("extension", new BundleInfoResult { Bundle = new Bundle { RegisteredName = "a.example", BundledNames = [RegisteredVariant] } }),
        ["e164 info"] = ("extension", new E164InfoResult { Records = [Naptr] }),
        ["e164val info"] = ("extension", new E164ValidationInfoResult { Validations = [new E164Validation { Id = "V-1", Details = Validated }] }),
        ["secDNS-1.0 info"] = ("extension", new SecDns10InfoResult
        {
            DsData = [new SecDns10DsData { KeyTag = 12345, Algorithm = 8, DigestType = 2, Digest = EppBinary.FromHex("00FF"), MaximumSignatureLifetime = 604800 }],
        }),
    };
}
