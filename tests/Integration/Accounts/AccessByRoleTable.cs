namespace Made.Tests.Integration.Accounts;

/// <summary>
/// Who gets what, by address and role, written by hand: one letter for each role in the order of the tests (y answers, - does not).
/// </summary>
internal static class AccessByRoleTable
{
    // The contributor is the fire service's, the district manager Amberwick's (E07990001, CSP E22990001).
    public const string Look = """
        /                                                    yyyyyyyyyyyyy
        /access                                              yyyyyyyyyyyyy
        /access.csv                                          yyyyyyyyyyyyy
        /access/people                                       -----------yy
        somebody's account                                   -----------yy
        /access/view-as                                      -----------yy
        /access/keys                                         -----------yy
        /accessibility                                       yyyyyyyyyyyyy
        /areas/E07990001                                     yyyyyyyyyyyyy
        /data                                                yyyyyyyyyyyyy
        /feeds/released.atom                                 yyyyyyyyyyyyy
        /feeds/areas/E22990001.atom                          yyyyyyyyyyyyy
        /feeds/indicators/asb.atom                           yyyyyyyyyyyyy
        /glossary                                            yyyyyyyyyyyyy
        /how-to-read                                         yyyyyyyyyyyyy
        /help                                                yyyyyyyyyyyyy
        /help/supplier                                       yyyyyyyyyyyyy
        /help/pictures/no-such-picture.png                   -------------
        /problem                                             yyyyyyyyyyyyy
        /health                                              yyyyyyyyyyyyy
        /sign-in                                             yyyyyyyyyyyyy
        /sign-in/code                                        yyyyyyyyyyyyy
        /sign-in/provider                                    yyyyyyyyyyyyy
        /sign-in/provider/back                               yyyyyyyyyyyyy
        /sign-out                                            yyyyyyyyyyyyy
        /sign-out/back                                       yyyyyyyyyyyyy
        /sign-in/again                                       -yyyyyyyyyyyy
        /api/v1/areas                                        yyyyyyyyyyyyy
        /api/v1/indicators                                   yyyyyyyyyyyyy
        /api/v1/measures?indicator=asb&level=csp             yyyyyyyyyyyyy
        /api/v1/editions                                     yyyyyyyyyyyyy
        /api/v1/editions/2026-08/1/measures.csv              yyyyyyyyyyyyy
        /api/v1/editions/2026-08/1/measures.csv-metadata.json yyyyyyyyyyyyy
        /api/v1/editions/2026-08/2/changes                   yyyyyyyyyyyyy
        /api/v1/openapi.json                                 yyyyyyyyyyyyy
        /embed/E22990001/asb                                 yyyyyyyyyyyyy
        /home                                                -yyyyyyyyyyyy
        /account                                             -yyyyyyyyyyyy
        /account/password                                    -yyyyyyyyyyyy
        /account/mail                                        -yyyyyyyyyyyy
        /account/second-factor/enrol                         -yyyyyyyyyyyy
        /dashboard                                           --yyyyyyy-yy-
        /dashboard/E22990001/2026-08                         --yyyyyyy-yy-
        /dashboard/E22990002/2026-08                         --yyy-yyy-yy-
        /dashboard/E22990001/2026-08/asb                     --yyyyyyy-yy-
        /dashboard/E22990001/2026-08/indicators.csv          --yyyyyyy-yy-
        /dashboard/E22990002/2026-08/indicators.csv          --yyy-yyy-yy-
        /dashboard/E22990001/2026-08/asb/trend.svg           --yyyyyyy-yy-
        /editions                                            --yyyyyyy-yy-
        /editions/2026-08/1                                  --yyyyyyy-yy-
        /editions/2026-08/2/changes.csv                      --yyyyyyy-yy-
        /editions/automatic                                  ----y------y-
        /drafts/2026-08                                      ----y------y-
        /drafts/2026-08/note                                 ----y--------
        /drafts/2026-08/release                              ----y--------
        /dashboard/E22990001/2026-08?edition=3               ----y------y-
        /dashboard/E22990001/2026-08/asb?edition=3           ----y------y-
        /dashboard/E22990001/2026-08/indicators.csv?edition=3 ----y------y-
        /papers                                              --yyyyyyy-yy-
        /papers/print?month=2026-08&edition=1&areas=E22990001&parts=summary --yyyyyyy-yy-
        /papers/print?month=2026-08&edition=1&areas=E22990002&parts=summary --yyy-yyy-yy-
        papers of Amberwick                                  --yyyyyyy-yy-
        papers of another district                           --yyy-yyy-yy-
        /products                                            --yyyyyyy-yy-
        /products.csv                                        --yyyyyyy-yy-
        product of Amberwick                                 --yyyyyyy-yy-
        product of Brindlemoor                               --yyy-yyy-yy-
        product above every clearance here                   -------------
        file of Amberwick's product                          --yyyyyyy-yy-
        file of Brindlemoor's product                        --yyy-yyy-yy-
        file above every clearance here                      -------------
        /products/write                                      ---yyy-------
        write Amberwick's product                            ---yyy-------
        write Brindlemoor's product                          ---yy--------
        withdraw Brindlemoor's product                       ---yy--------
        /work-plan                                           --yyyyyyy-yy-
        /work-plan.csv                                       --yyyyyyy-yy-
        /work-plan/ask                                       -yyyyyyyyyyyy
        request about Brindlemoor                            --yyy-yyy-yy-
        somebody else's own request                          -------------
        /scorecard                                           --yyyyyyy-yy-
        /scorecard/2026-08.csv                               --yyyyyyy-yy-
        /scorecard/outcomes                                  --yyyyyyy-yy-
        /scorecard/outcomes/E22990001?month=2026-08          --yyyyyyy-yy-
        /scorecard/outcomes/E22990002?month=2026-08          --yyy-yyy-yy-
        /scorecard/outcomes/E22990001.csv?month=2026-08      --yyyyyyy-yy-
        /scorecard/outcomes/E22990002.csv?month=2026-08      --yyy-yyy-yy-
        /scorecard/outcomes/E22990001/target?outcome=safer-streets&indicator=asb ----yy-------
        /scorecard/outcomes/E22990002/target?outcome=safer-streets&indicator=asb ----y--------
        /scorecard/outcomes/E22990001/status?outcome=safer-streets&indicator=asb ---yyy-------
        /scorecard/outcomes/E22990002/status?outcome=safer-streets&indicator=asb ---yy--------
        /exceptions/2026-08                                  --yyyyyyy-yy-
        /exceptions/2026-08.csv                              --yyyyyyy-yy-
        /severity/2026-08                                    --yyyyyyy-yy-
        /severity/2026-08.csv                                --yyyyyyy-yy-
        /severity/2026-08/estimate.svg                       --yyyyyyy-yy-
        /funnel/asb/2026-08                                  --yyyyyyy-yy-
        /funnel/asb/2026-08.csv                              --yyyyyyy-yy-
        /hotspots                                            ---yyy----y--
        /hotspots/E22990001/2026-08                          ---yyy----y--
        /hotspots/E22990002/2026-08                          ---yy-----y--
        /hotspots?gss=E22990002                              ---yy-----y--
        /hotspots/E22990001/2026-08/map.svg                  ---yyy----y--
        /near-repeats/E22990001/2026-08?indicator=burglary   ---yyy----y--
        /near-repeats/E22990002/2026-08?indicator=burglary   ---yy-----y--
        /near-repeats/E22990001/2026-08.csv?indicator=burglary ---yyy----y--
        /workbench                                           ---yyy----y--
        /workbench/own                                       ---yyy----y--
        /workbench/note?indicator=asb&area=E22990001&method=xmr        ---yyy----y--
        /workbench/chart.svg?indicator=asb&area=E22990001&method=xmr   ---yyy----y--
        /workbench/side-by-side.csv?indicator=asb&area=each-csp&method=xmr ---yyy----y--
        /workbench/note.txt?indicator=asb&area=E22990001&method=xmr    ---yyy----y--
        /tables                                              --yyyyyyy-yy-
        /tables/a-saved-table                                --yyyyyyy-yy-
        /tables/a-saved-table/remove                         ---yyy----y--
        /tables/file.csv?indicator=asb&level=csp             --yyyyyyy-yy-
        /indicators                                          --yyyyyyy-yy-
        /indicators/asb                                      --yyyyyyy-yy-
        /indicators.csv                                      --yyyyyyy-yy-
        /indicators/define                                   ----y--------
        /indicators/asb/retire                               ----y--------
        /exchange                                            --y-y------y-
        /exchange/supplies                                   --y-y------y-
        /exchange/datasets/council-asb                       --yyyyyyy-yy-
        /exchange/datasets/council-asb/template.csv          --yyyyyyy-yy-
        /exchange/datasets/deliberate-fires/nil-return       --y-y--------
        /exchange/datasets/council-asb/nil-return            ----y--------
        /exchange/datasets/deliberate-fires/names            --y-y------y-
        /exchange/datasets/council-asb/names                 ----y------y-
        /exchange/calendar                                   --y-y------y-
        /exchange/calendar.ics                               --y-y------y-
        /exchange/originals                                  --y-y------y-
        original of the fire service                         --y-y------y-
        receipt of the fire service                          --y-y------y-
        receipt of the police                                ----y------y-
        job                                                  ----y------y-
        withdraw the fire service's                          --y-y--------
        withdraw the police's                                ----y--------
        /exchange/audit                                      -----------y-
        /exchange/audit.csv                                  -----------y-
        /sharing                                             --yyyyyyy-yy-
        /sharing/agreements/licensed-premises                --yyyyyyy-yy-
        /sharing/write                                       ----y------y-
        /sharing/agreements/licensed-premises/sign           ----y------y-
        /sharing/impact/licensing-complaints                 --yyyyyyy-yy-
        /sharing/processing                                  --yyyyyyy-yy-
        /sharing/quarterly                                   --yyyyyyy-yy-
        /sharing/quarterly/2026-03/letter/quillshire-police  --yyyyyyy-yy-
        /sharing/quarterly/2026-06/9/quillshire-icb          --yyyyyyy-yy-
        /assessment                                          --yyyyyyy-yy-
        /assessment/E22990001                                --yyyyyyy-yy-
        /assessment/E22990002                                --yyy-yyy-yy-
        /assessment/choice                                   ----y--------
        /assessment/strategic                                --yyyyyyy-yy-
        /assessment/strategic/quillshire-assessment-2026-29  --yyyyyyy-yy-
        /assessment/strategic/write                          ----y--------
        /assessment/strategic/quillshire-assessment-2026-29/section/picture ---yy--------
        /assessment/E22990001/findings                       --yyyyyyy-yy-
        /assessment/E22990002/findings                       --yyy-yyy-yy-
        /assessment/QUILL-7/findings                         --yyyyyyy-yy-
        /assessment/E22990002/survey/e22990002-residents-2026 --yyy-yyy-yy-
        /assessment/QUILL-7/survey/quill-7-residents-2026    --yyyyyyy-yy-
        /assessment/E22990001/finding                        ---yyy-------
        /assessment/E22990002/finding                        ---yy--------
        /assessment/QUILL-7/recommendation                   ---yy--------
        /assessment/E22990001/recommendation                 ---yyy-------
        /assessment/E22990001/survey/write                   ---yyy-------
        /assessment/E22990001/score                          ---yyy-------
        /assessment/E22990002/score                          ---yy--------
        /assessment/E22990001/send                           ---yyy-------
        /assessment/E22990001/agree                          ---yyy-------
        /assessment/E22990002/priority                       ---yy--------
        /assessment/E22990001/scores.csv                     --yyyyyyy-yy-
        /assessment/E22990002/scores.csv                     --yyy-yyy-yy-
        /agreement                                           --yyyyyyy-yy-
        /agreement/quillshire-2026-29                        --yyyyyyy-yy-
        /agreement/quillshire-2026-29/page                   --yyyyyyy-yy-
        /agreement/quillshire-2026-29/progress.csv           --yyyyyyy-yy-
        /agreement/write                                     ----y--------
        /agreement/e22990001-plan-2026-29                    --yyyyyyy-yy-
        /agreement/e22990002-plan-2026-29                    --yyy-yyy-yy-
        /agreement/quillshire-2026-29/cascade                --yyyyyyy-yy-
        /agreement/strategies                                --yyyyyyy-yy-
        /agreement/interventions                             --yyyyyyy-yy-
        /agreement/e22990001-plan-2026-29/activity           ----yy-------
        /agreement/write?gss=E22990001                       ----yy-------
        /agreement/write?gss=E22990002                       ----y--------
        /agreement/write/quillshire-2026-29?gss=E22990001    ----y--------
        /agreement/quillshire-2026-29/comment                ---yyy----y--
        /agreement/e22990002-plan-2026-29/comment            ---yy-----y--
        /agreement/strategies/write                          ----y--------
        /agreement/interventions/write?gss=E22990001         ----yy-------
        /agreement/interventions/write/e22990002-moor-gates  ----y--------
        /agreement/quillshire-2026-29/activity               ----y--------
        /agreement/quillshire-2026-29/progress               ----y--------
        /recovery                                            --yyyyyyy-yy-
        /recovery/ask                                        ---yyy-------
        exception of Amberwick                               --yyyyyyy-yy-
        exception of Brindlemoor                             --yyy-yyy-yy-
        plan of Brindlemoor                                  ---yy--------
        /thread                                              --yyyyyyy-yy-
        /thread/issue/violent-crime                          --yyyyyyy-yy-
        /thread/ranking/E22990001-2026-29                    --yyyyyyy-yy-
        /thread/ranking/E22990002-2026-29                    --yyy-yyy-yy-
        /thread/decision/quill-7-2026-29-priorities          --yyyyyyy-yy-
        /thread/priority/E22990001-2026-29-1/step            ----yy-------
        /thread/priority/E22990002-2026-29-1/step            ----y--------
        /thread/priority/E22990002-2026-29-1/step?gss=E22990001 ----y--------
        /thread/agreement/quillshire-2026-29/step            ----y--------
        """;

    // A form without its token is answered 400 where it may be sent.
    public const string Send = """
        /sign-in                                             yyyyyyyyyyyyy
        /sign-out                                            yyyyyyyyyyyyy
        somebody's account                                   ------------y
        /access/keys                                         ------------y
        /access/view-as                                      -----------yy
        /sign-in/again                                       -yyyyyyyyyyyy
        /home                                                -yyyyyyyyyyyy
        /account                                             -yyyyyyyyyyyy
        /account/password                                    -yyyyyyyyyyyy
        /account/mail                                        -yyyyyyyyyyyy
        /account/second-factor/remove                        -yyyyyyyyyyyy
        /editions/automatic                                  ----y--------
        /drafts/2026-08/note                                 ----y--------
        /drafts/2026-08/release                              ----y--------
        /papers                                              ---yyy----y--
        /products/write                                      ---yyy-------
        write Brindlemoor's product                          ---yy--------
        withdraw Brindlemoor's product                       ---yy--------
        /work-plan/ask                                       -yyyyyyyyyyyy
        request about Brindlemoor                            ---yy--------
        somebody else's own request                          -yyyyyyyyyyyy
        /workbench/own                                       ---yyy----y--
        /tables                                              ---yyy----y--
        /tables/a-saved-table                                ---yyy----y--
        /tables/a-saved-table/remove                         ---yyy----y--
        /indicators/define                                   ----y--------
        /indicators/asb/retire                               ----y--------
        /exchange                                            --y-y--------
        /exchange/datasets/deliberate-fires/nil-return       --y-y--------
        /exchange/datasets/council-asb/nil-return            ----y--------
        /exchange/datasets/deliberate-fires/names            --y-y--------
        /exchange/datasets/council-asb/names                 ----y--------
        withdraw the fire service's                          --y-y--------
        withdraw the police's                                ----y--------
        /sharing/write                                       ----y------y-
        /sharing/agreements/licensed-premises/end            ----y------y-
        /sharing/quarterly/2026-06/9/quillshire-icb          ----y------y-
        /assessment/choice                                   ----y--------
        /assessment/strategic/write                          ----y--------
        /assessment/strategic/quillshire-assessment-2026-29/section/picture ---yy--------
        /assessment/E22990001/finding                        ---yyy-------
        /assessment/E22990002/finding                        ---yy--------
        /assessment/QUILL-7/recommendation                   ---yy--------
        /assessment/E22990001/recommendation                 ---yyy-------
        /assessment/E22990001/survey/write                   ---yyy-------
        /assessment/E22990001/score                          ---yyy-------
        /assessment/E22990002/score                          ---yy--------
        /assessment/E22990001/send                           ---yyy-------
        /assessment/E22990002/agree                          ---yy--------
        /assessment/E22990001/priority                       ---yyy-------
        /scorecard/outcomes/E22990001/target                 ----yy-------
        /scorecard/outcomes/E22990002/target                 ----y--------
        /scorecard/outcomes/E22990001/status                 ---yyy-------
        /scorecard/outcomes/E22990002/status                 ---yy--------
        /recovery/ask                                        ---yyy-------
        plan of Brindlemoor                                  ---yy--------
        /agreement/write                                     ----y--------
        /agreement/write?gss=E22990001                       ----yy-------
        /agreement/write?gss=E22990002                       ----y--------
        /agreement/write/quillshire-2026-29?gss=E22990001    ----y--------
        /agreement/quillshire-2026-29/comment                ---yyy----y--
        /agreement/e22990002-plan-2026-29/comment            ---yy-----y--
        /agreement/strategies/write                          ----y--------
        /agreement/interventions/write?gss=E22990001         ----yy-------
        /agreement/interventions/write/e22990002-moor-gates  ----y--------
        /agreement/quillshire-2026-29/activity               ----y--------
        /agreement/quillshire-2026-29/progress               ----y--------
        /thread/priority/E22990001-2026-29-1/step            ----yy-------
        /thread/agreement/quillshire-2026-29/step            ----y--------
        """;
}
