using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Creates a contact (RFC 5733, section 3.2.1).</summary>
[EppElement(EppNamespaces.Contact, "create")]
public sealed partial record ContactCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "ContactCreate.PostalInfo");
}
