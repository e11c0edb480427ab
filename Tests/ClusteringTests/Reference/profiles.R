# Writes the reference numbers of profiles and of the external validation: Rscript profiles.R (after clusters.R).
# R with the package stats.
number <- function(x) formatC(x, digits = 15, format = "g", width = 1)
x <- read.csv("iris.csv")
set.seed(9)
cluster <- kmeans(x, 3, nstart = 50)$cluster
set.seed(10)
group <- ifelse(runif(150) < .5, cluster, sample(1:4, 150, TRUE))

# Cohen's d of each cluster against the others, and eta squared from aov.
rows <- c()
for (column in names(x)) for (k in 1:3) {
  a <- x[cluster == k, column]; b <- x[cluster != k, column]
  pooled <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / (length(a) + length(b) - 2))
  squares <- summary(aov(x[[column]] ~ factor(cluster)))[[1]][["Sum Sq"]]
  rows <- c(rows, paste(match(column, names(x)) - 1, k, number(mean(a)), number(mean(b)), number((mean(a) - mean(b)) / pooled),
    number(squares[1] / sum(squares)), sep = ","))
}
writeLines(c("column,cluster,mean,elsewhere,d,eta_squared", rows), "profiles.csv")

# Chi squared and Cramer's V with Bergsma's correction, from chisq.test.
chi <- suppressWarnings(chisq.test(table(group, cluster), correct = FALSE)$statistic)[[1]]
n <- 150; r <- 4; c <- 3
corrected <- sqrt(max(0, chi / n - (r - 1) * (c - 1) / (n - 1)) / min(r - (r - 1)^2 / (n - 1) - 1, c - (c - 1)^2 / (n - 1) - 1))
p <- suppressWarnings(chisq.test(table(group, cluster), simulate.p.value = TRUE, B = 1e5)$p.value)
# Weak associations, with the probability of the F test and of chi squared.
set.seed(11)
weak <- round(rnorm(150) + .25 * (cluster == 1), 3)
fitted <- summary(aov(weak ~ factor(cluster)))[[1]]
side <- sample(1:2, 150, TRUE)
both <- suppressWarnings(chisq.test(table(side, cluster), correct = FALSE))
sides <- sqrt(max(0, both$statistic[[1]] / n - 2 / (n - 1)) / min(2 - 1 / (n - 1) - 1, 3 - 4 / (n - 1) - 1))
writeLines(c("name,kind,strength,p,labels,values",
  paste("group", "categories", number(corrected), number(p), paste(cluster, collapse = " "), paste(group, collapse = " "), sep = ","),
  paste("side", "categories", number(sides), number(both$p.value), paste(cluster, collapse = " "), paste(side, collapse = " "), sep = ","),
  paste("weak", "numbers", number(fitted[["Sum Sq"]][1] / sum(fitted[["Sum Sq"]])), number(fitted[["Pr(>F)"]][1]),
    paste(cluster, collapse = " "), paste(weak, collapse = " "), sep = ",")), "associations.csv")

p <- c(.01, .04, .03, .005, .04, .9)
writeLines(c("p,adjusted", paste(number(p), number(p.adjust(p, "holm")), sep = ",")), "holm.csv")
