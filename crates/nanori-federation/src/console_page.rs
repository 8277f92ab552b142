//! Console pages by a short name, for deep links and for a list to choose from.

use nanori_identity::Region;

/// A page of the console. Names are stable: they stand in people's links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConsolePage {
    id: &'static str,
    path: &'static str,
    fragment: &'static str,
}

const fn page(id: &'static str, path: &'static str) -> ConsolePage {
    ConsolePage { id, path, fragment: "" }
}

const fn page_at(id: &'static str, path: &'static str, fragment: &'static str) -> ConsolePage {
    ConsolePage { id, path, fragment }
}

impl ConsolePage {
    /// The console's own first page.
    pub const HOME: Self = page("home", "/console/home");

    /// Every page that has a name, the first page first, then by name.
    pub const ALL: [Self; 30] = [
        Self::HOME,
        page("acm", "/acm/home"),
        page("apigateway", "/apigateway/main/apis"),
        page("athena", "/athena/home"),
        page("billing", "/billing/home"),
        page("cloudformation", "/cloudformation/home"),
        page("cloudfront", "/cloudfront/v4/home"),
        page("cloudtrail", "/cloudtrailv2/home"),
        page("cloudwatch", "/cloudwatch/home"),
        page("codepipeline", "/codesuite/codepipeline/pipelines"),
        page("config", "/config/home"),
        page("costs", "/cost-management/home"),
        page("dynamodb", "/dynamodbv2/home"),
        page("ec2", "/ec2/home"),
        page("ecr", "/ecr/repositories"),
        page("ecs", "/ecs/v2/clusters"),
        page("eks", "/eks/clusters"),
        page("iam", "/iam/home"),
        page("kms", "/kms/home"),
        page("lambda", "/lambda/home"),
        page_at("logs", "/cloudwatch/home", "#logsV2:log-groups"),
        page("organizations", "/organizations/v2/home"),
        page("rds", "/rds/home"),
        page("route53", "/route53/v2/home"),
        page("s3", "/s3/buckets"),
        page("secretsmanager", "/secretsmanager/listsecrets"),
        page("sns", "/sns/v3/home"),
        page("sqs", "/sqs/v3/home"),
        page("systems-manager", "/systems-manager/home"),
        page("vpc", "/vpcconsole/home"),
    ];

    /// The page of that name.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.id == id)
    }

    /// The name, as in `destination=s3`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// Path, query and fragment. The region stands in the query, or the console would open in the last one used.
    pub(crate) fn path_in(self, region: &Region) -> String {
        format!("{}?region={region}{}", self.path, self.fragment)
    }
}

#[cfg(test)]
mod tests;
