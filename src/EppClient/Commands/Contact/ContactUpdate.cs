using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Changes a contact (RFC 5733, section 3.2.5).</summary>
[EppElement(EppNamespaces.Contact, "update")]
public sealed partial record ContactUpdate : ICheckedCommand
{
    private static readonly ContactChange NothingChanged = new();

    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions)
    {
        UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
        UpdateRules.RequireContent(Change, NothingChanged, extensions);
        PostalInfoRules.Check(Change?.PostalInfo ?? [], static postalInfo => postalInfo.Type, "ContactChange.PostalInfo");
    }
}
