namespace EppClient.TestSupport.Corpus;

/// <summary>The element directly under <c>epp</c>.</summary>
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
