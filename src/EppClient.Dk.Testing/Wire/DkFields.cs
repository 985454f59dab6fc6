using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>
/// The registry's own elements in a command. They are looked up one by one: whether one is missing is a rule of the registry, with its own
/// response, not a rule of the reader.
/// </summary>
internal readonly struct DkFields(IReadOnlyList<IEppElement> extensions)
{
    public string? OrderConfirmationToken => Text("orderconfirmationToken");

    public bool? AutoRenew => Flag("autoRenew");

    public string? RequestedManager => Text("requestedNsAdmin");

    public DkManagement? Management => EppElements.Value<DkManagement>(extensions, DkNamespaces.Dkhm, "management");

    private DkPersonKind? PersonKind => EppElements.Value<DkUserType>(extensions, DkNamespaces.Dkhm, "userType")?.Value switch
    {
        "company" or "C" => DkPersonKind.Company,
        "public_organization" or "P" => DkPersonKind.PublicOrganization,
        "association" or "A" => DkPersonKind.Association,
        "individual" or "I" => DkPersonKind.Individual,
        _ => null,
    };

    public ContactFields OfContact(string? voice)
    {
        var verification = EppElements.First<DkContactVerification>(extensions);
        return new ContactFields
        {
            Voice = voice,
            Kind = PersonKind,
            Cvr = Text("CVR"),
            PNumber = Text("pnumber"),
            Ean = Text("EAN"),
            MobilePhone = EppElements.First<DkMobilePhone>(extensions)?.Number,
            SecondaryEmail = Text("secondaryEmail"),
            SoleProprietorship = Flag("sole_proprietorship"),
            VerifiedId = verification?.VerifiedId,
            VerifiedEmail = verification?.VerifiedEmail,
        };
    }

    private string? Text(string localName) => EppElements.Text(extensions, DkNamespaces.Dkhm, localName);

    private bool? Flag(string localName) => EppElements.Value<bool>(extensions, DkNamespaces.Dkhm, localName);
}
