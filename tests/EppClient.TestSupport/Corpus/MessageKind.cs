namespace EppClient.TestSupport.Corpus;

/// <summary>What stands directly under <c>epp</c>.</summary>
public enum MessageKind
{
    NotWellFormed,
    Greeting,
    Hello,
    Login,
    Logout,
    Command,
    Response,
    Extension,
    Other,
}
