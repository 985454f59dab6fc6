using EppClient.Commands.Contact;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>A contact that another registrar manages. It can only be read.</summary>
public sealed class DkForeignContact : DkHandledContact
{
    internal DkForeignContact(DkRegistrar registrar, EppResponse<ContactInfoResult> response, bool isRegistrant)
        : base(registrar, response, isRegistrant)
    {
    }
}
