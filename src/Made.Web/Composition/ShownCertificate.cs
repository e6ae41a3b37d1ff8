using System.Security.Cryptography.X509Certificates;

namespace Made.Web.Composition;

/// <summary>How the certificate of another machine is judged: by what that machine shows and what this one trusts.</summary>
internal static class ShownCertificate
{
    /// <summary>A certificate may say where the one that signed it lies. Asking there would be a connection to another host.</summary>
    public static X509ChainPolicy AskingNobody => new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
}
