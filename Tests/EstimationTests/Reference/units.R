# The numbers that AgreementTests, FunctionEffectsTests, PoolingTests and ReliabilityTests compare with, by the formulas of
# the literature in base R. Run: Rscript units.R > units.csv

answers <- data.frame(
  unit = c("a","a","a","a","b","b","b","c","c","d","d","d","d","d","e","f","f","f"),
  fun  = c("p","p","q","r","q","r","r","p","q","p","q","q","r","r","q","p","p","r"),
  y    = c( 2,  3,  4,  5,  4,  5,  4,  1,  3,  2,  4,  3,  5,  4,  3,  1,  2,  5))
tell <- function(name, value) cat(sprintf("%s,%.15g\n", name, value))
cat("name,value\n")

# One-way analysis of variance: ICC(1) with the mean group size of Donner (1986), ICC(2) of Bliese (2000).
table <- anova(lm(y ~ unit, answers))
msb <- table[["Mean Sq"]][1]; msw <- table[["Mean Sq"]][2]
n <- tapply(answers$y, answers$unit, length); N <- sum(n); k <- length(n)
n0 <- (N - sum(n^2) / N) / (k - 1)
tell("within_variance", msw)
tell("icc1", (msb - msw) / (msb + (n0 - 1) * msw))
tell("icc2", (msb - msw) / msb)
# rwg of James, Demaree and Wolf (1984), five points: null variance 2.
s2 <- tapply(answers$y, answers$unit, var); s2 <- s2[!is.na(s2)]
tell("rwg", mean(pmax(0, 1 - s2 / ((5^2 - 1) / 12))))

# Function effects by least squares within units, and least squares means of units.
fit <- lm(y ~ unit + fun, answers)
effects <- c(p = 0, q = coef(fit)[["funq"]], r = coef(fit)[["funr"]])
reference <- prop.table(table(answers$fun))
effects <- effects - sum(effects * reference[names(effects)])
for (f in names(effects)) tell(paste0("effect_", f), effects[[f]])
tell("adjusted_within_variance", summary(fit)$sigma^2)
for (u in unique(answers$unit)) {
  new <- data.frame(unit = u, fun = names(effects))
  tell(paste0("adjusted_", u), sum(predict(fit, new) * reference[names(effects)]))
}

# Pooling: A by Fay and Herriot (1979), pulls and standard errors by Morris (1983), section 5.
own <- c(3.2, 2.1, 4.0, 3.6, 2.9, 1.5, 3.3); v <- c(.9, .45, .3, .9, .225, .18, .45)
q <- function(a) { w <- 1 / (v + a); m <- sum(w * own) / sum(w); sum(w * (own - m)^2) - (length(own) - 1) }
a <- if (q(0) <= 0) 0 else uniroot(q, c(0, 10), tol = 1e-14)$root
w <- 1 / (v + a); m <- sum(w * own) / sum(w); k <- length(own)
b <- (k - 3) / (k - 1) * v / (v + a)
vbar <- sum(w * v) / sum(w)
s2 <- v * (1 - (1 - w / sum(w)) * b) + 2 / (k - 3) * b^2 * (vbar + a) / (v + a) * (own - m)^2
tell("between", a); tell("stratum_mean", m)
for (i in seq_along(own)) { tell(paste0("pull_", i), b[i]); tell(paste0("pooled_", i), own[i] - b[i] * (own[i] - m)); tell(paste0("error_", i), sqrt(s2[i])) }

# Cronbach's alpha with Feldt's interval; the third item points the other way on a scale of 1 to 5, one answer is open.
items <- data.frame(
  a = c(1, 2, 4, 5, 3, 4, 2, 5, NA, 3), b = c(2, 2, 5, 4, 3, 5, 1, 4, 2, 3), c = c(5, 4, 1, 2, 3, 3, 4, 1, 2, 3),
  d = c(2, 3, 3, 5, 2, 4, 3, 4, 4, 1))
items$c <- 6 - items$c
items <- na.omit(items)
alpha <- function(x) { k <- ncol(x); s <- cov(x); k / (k - 1) * (1 - sum(diag(s)) / sum(s)) }
k <- ncol(items); n <- nrow(items); al <- alpha(items)
tell("alpha", al)
tell("alpha_low", 1 - (1 - al) * qf(0.975, n - 1, (n - 1) * (k - 1)))
tell("alpha_high", 1 - (1 - al) * qf(0.025, n - 1, (n - 1) * (k - 1)))
r <- cor(items); rbar <- mean(r[lower.tri(r)])
tell("alpha_standardised", k * rbar / (1 + (k - 1) * rbar))
for (i in names(items)) {
  rest <- items[setdiff(names(items), i)]
  tell(paste0("item_rest_", i), cor(items[[i]], rowSums(rest)))
  tell(paste0("alpha_without_", i), alpha(rest))
}
# Quantiles of F.
tell("f_975_9_27", qf(0.975, 9, 27)); tell("f_025_9_27", qf(0.025, 9, 27))
tell("f_975_846_5922", qf(0.975, 846, 5922)); tell("f_500_1_1", qf(0.5, 1, 1))
